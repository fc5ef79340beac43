package org.vinculo.crm.backoffice.privacy;

import jakarta.ejb.EJB;
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
import org.vinculo.crm.privacy.CopyState;
import org.vinculo.crm.privacy.CopyView;
import org.vinculo.crm.privacy.ErasureLine;
import org.vinculo.crm.privacy.ErasureState;
import org.vinculo.crm.privacy.ErasureView;
import org.vinculo.crm.privacy.PrivacyService;
import org.vinculo.crm.privacy.RequestKind;
import org.vinculo.crm.privacy.RequestView;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.account.SecurityBacking;

/** One request: what was asked, what is known, and the answer. */
@Named("privacyRequest")
@ViewScoped
public class RequestBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT = 100;

    @EJB
    private PrivacyService privacy;

    @Inject
    private SecurityBacking security;

    @Inject
    private Feedback feedback;

    private String id;
    private RequestView request;
    private List<ErasureLine> preview = List.of();
    private List<CopyView> copies = List.of();
    private ErasureView erasure;
    private String answer;

    public void load() {
        request = privacy.get(id);
        erasure = privacy.erasure(request.customer()).orElse(null);
        if (erasure == null) {
            copies = privacy.copies(request.customer());
            if (isErasing()) {
                preview = privacy.preview(request.customer());
            }
        }
    }

    public String reply() {
        privacy.answer(id, answer);
        feedback.done("privacy.desk.answered");
        return here();
    }

    public String refuse() {
        privacy.refuse(id, answer);
        feedback.done("privacy.desk.refused");
        return here();
    }

    public String erase() {
        privacy.erase(id, answer, sessionId());
        feedback.done("privacy.desk.erasing");
        return here();
    }

    public String eraseAgain() {
        privacy.eraseAgain(request.customer());
        return here();
    }

    public String askCopy() {
        privacy.askCopy(request.customer());
        feedback.done("privacy.mine.copyAsked");
        return here();
    }

    public StreamedContent file(String copyId) {
        return DefaultStreamedContent.builder().name("personal-data.zip").contentType("application/zip").stream(
                        () -> privacy.openCopy(request.customer(), copyId, sessionId()))
                .build();
    }

    private static String sessionId() {
        return DoorSession.signedIn((HttpServletRequest)
                        FacesContext.getCurrentInstance().getExternalContext().getRequest())
                .sessionId();
    }

    private String here() {
        return "/privacy/request?faces-redirect=true&id=" + id;
    }

    /** Whether the request asks to be forgotten and waits for it. */
    public boolean isErasing() {
        return request.kind() == RequestKind.ERASURE && request.state().isOpen();
    }

    public boolean isProved() {
        return security.getAccount().proofFresh();
    }

    /** Whether something is being done that the page should look after. */
    public boolean isBusy() {
        return erasure != null && erasure.state() == ErasureState.RUNNING
                || copies.stream().anyMatch(copy -> copy.state() == CopyState.PREPARING);
    }

    public int getPercent() {
        return (int) Math.round(erasure.progress() * PERCENT);
    }

    /** What becomes of each kind of data: as it would be, or as it was. */
    public List<ErasureLine> getLines() {
        return erasure == null ? preview : erasure.lines();
    }

    public RequestView getRequest() {
        return request;
    }

    public ErasureView getErasure() {
        return erasure;
    }

    public List<CopyView> getCopies() {
        return copies;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }
}
