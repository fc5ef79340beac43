package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.interaction.MessageService;
import org.vinculo.crm.interaction.MessageView;
import org.vinculo.crm.ui.Feedback;

/** What the customer and the company write to each other in the portal. */
@Named("customerMessages")
@ViewScoped
public class MessagesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private MessageService messages;

    @Inject
    private ViewBacking page;

    @Inject
    private Feedback feedback;

    private List<MessageView> thread;
    private Boolean writable;
    private String message;

    public List<MessageView> getThread() {
        if (thread == null) {
            thread = messages.open(page.getId());
        }
        return thread;
    }

    public boolean isWritable() {
        if (writable == null) {
            writable = messages.mayWrite(page.getId());
        }
        return writable;
    }

    public String send() {
        messages.reply(page.getId(), message);
        feedback.done("interaction.message.sent");
        return "/customers/view?faces-redirect=true&tab=messages&id=" + page.getId();
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }
}
