package org.vinculo.crm.backoffice.interactions;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.interaction.InteractionService;
import org.vinculo.crm.interaction.MailState;
import org.vinculo.crm.interaction.MailboxView;
import org.vinculo.crm.interaction.TriageMail;
import org.vinculo.crm.interaction.TriageService;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.ui.Feedback;

/** Sorting the mails of which nobody knows whose they are. */
@Named("talkTriage")
@ViewScoped
public class TriageBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 20;

    @EJB
    private TriageService triage;

    @EJB
    private InteractionService interactions;

    @Inject
    private Feedback feedback;

    private String state;
    private int page = 1;
    private Page<TriageMail> mails;
    private MailboxView mailbox;
    private long waiting;
    private String who;
    private String picked;

    public void load() {
        mails = triage.list(chosen(), PageRequest.of((Math.max(1, page) - 1) * ROWS, ROWS));
        mailbox = triage.mailbox();
        waiting = triage.waiting();
    }

    private MailState chosen() {
        return Arrays.stream(MailState.values())
                .filter(each -> each != MailState.FILED && each.name().equals(state))
                .findFirst()
                .orElse(MailState.UNMATCHED);
    }

    public MailState getShown() {
        return chosen();
    }

    public String link(TriageMail mail, CustomerRef customer) {
        return link(mail.publicId(), customer.publicId(), customer.name());
    }

    private String link(String mail, String customer, String name) {
        triage.link(mail, customer);
        feedback.done(() -> Deeds.putBackMail(mail), "interaction.triage.linked", name);
        return here();
    }

    /** The dialog is about this mail now. */
    public void ask(TriageMail mail) {
        picked = mail.publicId();
    }

    public String linkPicked() {
        if (picked == null || who == null) {
            throw InvalidInput.field("triageWho", "required");
        }
        String name = interactions.people(who).stream()
                .findFirst()
                .map(CustomerRef::name)
                .orElse("");
        return link(picked, who, name);
    }

    public List<CustomerRef> people(String words) {
        return interactions.people(words);
    }

    public String create(TriageMail mail) {
        String id = mail.publicId();
        String customer = triage.create(id);
        feedback.done(() -> Deeds.forgetSender(id, customer), "interaction.triage.created", mail.sender());
        return here();
    }

    public String ignore(TriageMail mail) {
        String id = mail.publicId();
        triage.ignore(id);
        feedback.done(() -> Deeds.putBackMail(id), "interaction.triage.ignored");
        return here();
    }

    public String putBack(TriageMail mail) {
        triage.putBack(mail.publicId());
        feedback.done("interaction.triage.back");
        return here();
    }

    private String here() {
        return "/interactions/triage?faces-redirect=true&state=" + chosen();
    }

    public Page<TriageMail> getMails() {
        return mails;
    }

    public boolean isMore() {
        return mails.total() > (long) page * ROWS;
    }

    public MailboxView getMailbox() {
        return mailbox;
    }

    public long getWaiting() {
        return waiting;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public int getPage() {
        return page;
    }

    public String getPageAsked() {
        return page == 1 ? null : String.valueOf(page);
    }

    /** What is no number is the first page. */
    public void setPageAsked(String asked) {
        page = asked != null && asked.matches("[1-9]\\d{0,5}") ? Integer.parseInt(asked) : 1;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }
}
