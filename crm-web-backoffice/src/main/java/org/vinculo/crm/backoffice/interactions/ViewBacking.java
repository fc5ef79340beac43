package org.vinculo.crm.backoffice.interactions;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.document.AttachmentService;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.interaction.InteractionDetails;
import org.vinculo.crm.interaction.InteractionService;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.ui.Feedback;

/** One conversation, with its thread and its files. */
@Named("talkView")
@ViewScoped
public class ViewBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private InteractionService interactions;

    @EJB
    private AttachmentService attachments;

    @Inject
    private Feedback feedback;

    private String id;
    private InteractionDetails details;
    private List<AttachmentView> files;
    private Outcome outcome = Outcome.DONE;
    private transient List<Part> chosen = new ArrayList<>();

    public void load() {
        details = interactions.get(id);
        files = interactions.files(id);
    }

    public String close() {
        interactions.close(id, outcome);
        feedback.done("interaction.view.closed");
        return here();
    }

    public String attach() throws IOException {
        List<Part> parts = chosen == null
                ? List.of()
                : chosen.stream().filter(part -> part.getSize() > 0).toList();
        if (parts.isEmpty()) {
            throw InvalidInput.field("file", "document.error.none");
        }
        for (Part part : parts) {
            try (InputStream content = part.getInputStream()) {
                interactions.attach(id, part.getSubmittedFileName(), content);
            }
        }
        feedback.done("document.added", parts.size());
        return here();
    }

    public String removeFile(String file) {
        AttachmentView removed = attachments.remove(file);
        feedback.done(() -> Deeds.restoreFile(file), "document.removed", removed.name());
        return here();
    }

    public String delete() {
        String customer = getCustomer().publicId();
        String deleted = id;
        interactions.delete(id);
        feedback.done(() -> Deeds.restore(deleted), "interaction.view.deleted");
        return "/customers/view?faces-redirect=true&id=" + customer;
    }

    private String here() {
        return "/interactions/view?faces-redirect=true&id=" + id;
    }

    public CustomerRef getCustomer() {
        if (details == null) {
            throw new NotFound();
        }
        return details.customer();
    }

    /** The customer, for what is written down from this page; nobody when deleted. */
    public CustomerRef getAbout() {
        return details == null || details.customer().deleted() ? null : details.customer();
    }

    public InteractionDetails getDetails() {
        return details;
    }

    public List<AttachmentView> getFiles() {
        return files;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public void setOutcome(Outcome outcome) {
        this.outcome = outcome;
    }

    public List<Part> getChosen() {
        return chosen;
    }

    public void setChosen(List<Part> chosen) {
        this.chosen = chosen;
    }
}
