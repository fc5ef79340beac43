package org.vinculo.crm.backoffice.interactions;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.vinculo.crm.interaction.InteractionDetails;
import org.vinculo.crm.interaction.InteractionForm;
import org.vinculo.crm.interaction.InteractionService;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** Putting right how a conversation was written down. */
@Named("talkEdit")
@ViewScoped
public class EditBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private InteractionService interactions;

    @Inject
    private Viewer viewer;

    @Inject
    private Feedback feedback;

    private String id;
    private InteractionForm form;
    private InteractionDetails details;
    private List<RelatedRecord> related;
    private String when;

    public void load() {
        form = interactions.form(id);
        details = interactions.get(id);
        related = interactions.related(details.customer().publicId());
        when = LocalDateTime.ofInstant(form.getStartedAt(), viewer.getZone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    public String save() {
        form.setStartedAt(moment());
        interactions.correct(id, form);
        feedback.done("interaction.edit.done");
        return "/interactions/view?faces-redirect=true&id=" + id;
    }

    /** As exact as it was, when the minute was left as it is. */
    private Instant moment() {
        if (when == null || when.isBlank()) {
            throw InvalidInput.field("when", "required");
        }
        try {
            LocalDateTime given = LocalDateTime.parse(when);
            LocalDateTime before = LocalDateTime.ofInstant(details.view().startedAt(), viewer.getZone());
            return given.equals(before.truncatedTo(ChronoUnit.MINUTES))
                    ? details.view().startedAt()
                    : given.atZone(viewer.getZone()).toInstant();
        } catch (DateTimeException noMoment) {
            throw InvalidInput.field("when", "date");
        }
    }

    public CustomerRef getCustomer() {
        return details == null ? null : details.customer();
    }

    public boolean isMail() {
        return details.mail() != null;
    }

    public InteractionForm getForm() {
        return form;
    }

    public List<RelatedRecord> getRelated() {
        return related;
    }

    public String getWhen() {
        return when;
    }

    public void setWhen(String when) {
        this.when = when;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
