package org.vinculo.crm.backoffice.interactions;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.primefaces.PrimeFaces;
import org.vinculo.crm.interaction.InteractionForm;
import org.vinculo.crm.interaction.InteractionService;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.ui.Feedback;

/** Writing down what happened from any page, without leaving it. */
@Named("quickLog")
@RequestScoped
public class QuickLogBacking {

    /** Plain field of the form on pages of a customer. */
    private static final String CUSTOMER_OF_PAGE = "quickCustomer";

    /** What the form calls its deed: sent twice, it is done once. */
    private static final String TICKET = "log:";

    @EJB
    private InteractionService interactions;

    @Inject
    private Feedback feedback;

    private InteractionForm form = fresh();
    private String ticket = PublicId.next();
    private String who;
    private boolean done;

    public void log() {
        String customer = customer();
        if (customer == null) {
            throw InvalidInput.field("who", "required");
        }
        form.setExternalId(TICKET + ticket);
        String written = interactions.log(customer, form).publicId();
        feedback.done(() -> Deeds.delete(written), "interaction.log.done");
        form = fresh();
        ticket = PublicId.next();
        who = null;
        done = true;
        PrimeFaces.current().ajax().update("quickLog:fields", "quickLog:picker");
    }

    /** The customer of the page, else the one that was picked. */
    private String customer() {
        String ofPage = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(CUSTOMER_OF_PAGE);
        return ofPage == null || ofPage.isBlank() ? who : ofPage;
    }

    private static InteractionForm fresh() {
        InteractionForm form = new InteractionForm();
        form.setOutcome(Outcome.DONE);
        return form;
    }

    /** Customers whose name, number or address begins with the words. */
    public List<CustomerRef> people(String words) {
        return interactions.people(words);
    }

    public InteractionForm getForm() {
        return form;
    }

    public String getTicket() {
        return ticket;
    }

    public void setTicket(String ticket) {
        this.ticket = PublicId.isWellFormed(ticket) ? ticket : PublicId.next();
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    /** It was just written down: the dialog closes. */
    public boolean isDone() {
        return done;
    }

    /** Whether this form was sent, so that only its own mistakes are listed in it. */
    public boolean isAsked() {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .containsKey("quickLog");
    }
}
