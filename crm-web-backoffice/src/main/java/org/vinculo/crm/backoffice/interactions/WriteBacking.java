package org.vinculo.crm.backoffice.interactions;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.document.NewFile;
import org.vinculo.crm.interaction.MailDraft;
import org.vinculo.crm.interaction.MailForm;
import org.vinculo.crm.interaction.MailService;
import org.vinculo.crm.party.ContactLights;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;
import org.vinculo.crm.ui.SentFiles;

/** A mail to a customer. */
@Named("talkWrite")
@ViewScoped
public class WriteBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private MailService mails;

    @Inject
    private Feedback feedback;

    private transient List<Part> chosen;
    private final Once once = new Once();
    private String customer;
    private String reply;
    private MailDraft draft;
    private ContactLights.Light light;

    public void load() {
        draft = mails.draft(customer, reply);
        asked();
    }

    /** Another purpose was chosen. */
    public void asked() {
        light = mails.light(customer, draft.form().getPurpose());
    }

    public String send() {
        MailForm form = draft.form();
        return once.run(
                () -> {
                    String written = mails.send(customer, form, files());
                    feedback.done(() -> Deeds.takeBackMail(written), "interaction.write.done");
                    return "/customers/view?faces-redirect=true&id=" + customer;
                },
                form.getTo(),
                form.getPurpose(),
                form.getSubject(),
                form.getText());
    }

    private List<NewFile> files() {
        return SentFiles.of(chosen).stream()
                .map(part -> new NewFile(part.getSubmittedFileName(), SentFiles.content(part)))
                .toList();
    }

    public List<Part> getChosen() {
        return chosen;
    }

    public void setChosen(List<Part> chosen) {
        this.chosen = chosen;
    }

    public MailDraft getDraft() {
        if (draft == null) {
            throw new NotFound();
        }
        return draft;
    }

    public CustomerRef getAbout() {
        return draft == null ? null : draft.customer();
    }

    public ContactLights.Light getLight() {
        return light;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public String getReply() {
        return reply;
    }

    public void setReply(String reply) {
        this.reply = reply;
    }
}
