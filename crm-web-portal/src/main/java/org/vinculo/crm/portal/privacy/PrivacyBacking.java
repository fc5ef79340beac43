package org.vinculo.crm.portal.privacy;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.vinculo.crm.identity.DoorSession;
import org.vinculo.crm.identity.portal.MyTeam;
import org.vinculo.crm.privacy.CopyState;
import org.vinculo.crm.privacy.CopyView;
import org.vinculo.crm.privacy.RequestKind;
import org.vinculo.crm.privacy.RequestView;
import org.vinculo.crm.privacy.ViewerRow;
import org.vinculo.crm.privacy.portal.MyPrivacy;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;
import org.vinculo.crm.ui.account.SecurityBacking;

/** The customer's rights over their data: ask, take along, see who looked, close the account. */
@Named("privacy")
@ViewScoped
public class PrivacyBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String HERE = "/privacy?faces-redirect=true";

    @Inject
    MyPrivacy privacy;

    @Inject
    MyTeam team;

    @Inject
    SecurityBacking security;

    @Inject
    Feedback feedback;

    private boolean allowed;
    private List<RequestView> requests = List.of();
    private List<CopyView> copies = List.of();
    private List<ViewerRow> viewers = List.of();
    private RequestKind kind;
    private String words;
    private final Once once = new Once();

    @PostConstruct
    void load() {
        allowed = privacy.mayAsk();
        if (allowed) {
            requests = privacy.requests();
            copies = privacy.copies();
            viewers = privacy.viewers();
        }
    }

    public String ask() {
        return once.run(
                () -> {
                    privacy.ask(kind, words);
                    feedback.done("privacy.mine.asked");
                    return HERE;
                },
                kind,
                words);
    }

    public String withdraw(String requestId) {
        privacy.withdraw(requestId);
        feedback.done("privacy.mine.withdrawn");
        return HERE;
    }

    public String askCopy() {
        privacy.askCopy(sessionId());
        feedback.done("privacy.mine.copyAsked");
        return HERE;
    }

    /** Looks again whether the copy is ready. */
    public void refresh() {
        copies = privacy.copies();
    }

    public StreamedContent file(String copyId) {
        return DefaultStreamedContent.builder().name("my-data.zip").contentType("application/zip").stream(
                        () -> privacy.openCopy(copyId, sessionId()))
                .build();
    }

    public String closeAccount() {
        team.closeAccount(sessionId());
        return "/signin?faces-redirect=true";
    }

    private static String sessionId() {
        return DoorSession.signedIn((HttpServletRequest)
                        FacesContext.getCurrentInstance().getExternalContext().getRequest())
                .sessionId();
    }

    public boolean isProved() {
        return security.getAccount().proofFresh();
    }

    /** Whether a copy is being made, so that the page looks again by itself. */
    public boolean isPreparing() {
        return copies.stream().anyMatch(copy -> copy.state() == CopyState.PREPARING);
    }

    public boolean isAllowed() {
        return allowed;
    }

    public List<RequestView> getRequests() {
        return requests;
    }

    public List<CopyView> getCopies() {
        return copies;
    }

    public List<ViewerRow> getViewers() {
        return viewers;
    }

    public RequestKind[] getKinds() {
        return RequestKind.values();
    }

    public RequestKind getKind() {
        return kind;
    }

    public void setKind(RequestKind kind) {
        this.kind = kind;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
