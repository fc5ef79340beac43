package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.InteractionForm;
import org.vinculo.crm.interaction.InteractionService;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;

/** Writing down a conversation without leaving the customer's page. */
@Named("customerLog")
@ViewScoped
public class LogBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private InteractionService interactions;

    @Inject
    private ViewBacking page;

    @Inject
    private Feedback feedback;

    private final InteractionForm form = new InteractionForm();
    private final Once once = new Once();

    public String log() {
        return once.run(
                () -> {
                    interactions.log(page.getId(), form);
                    feedback.done("interaction.log.done");
                    return "/customers/view?faces-redirect=true&id=" + page.getId();
                },
                page.getId(),
                form.getChannel(),
                form.getDirection(),
                form.getTopic(),
                form.getOutcome(),
                form.getPurpose(),
                form.getMinutes(),
                form.getSentiment(),
                form.getBody(),
                form.getVisibility());
    }

    public InteractionForm getForm() {
        return form;
    }

    public Channel[] getChannels() {
        return Channel.values();
    }

    public Direction[] getDirections() {
        return Direction.values();
    }

    public Purpose[] getPurposes() {
        return Purpose.values();
    }

    public Outcome[] getOutcomes() {
        return Outcome.values();
    }

    public Sentiment[] getSentiments() {
        return Sentiment.values();
    }

    public Visibility[] getVisibilities() {
        return Visibility.values();
    }
}
