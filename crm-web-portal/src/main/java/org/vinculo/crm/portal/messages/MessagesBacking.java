package org.vinculo.crm.portal.messages;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.interaction.MessageView;
import org.vinculo.crm.interaction.portal.MyMessages;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;

/** What the customer and the company write to each other. */
@Named("messages")
@ViewScoped
public class MessagesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    MyMessages messages;

    @Inject
    Feedback feedback;

    private List<MessageView> thread;
    private String message;
    private final Once once = new Once();
    private boolean writable;

    @PostConstruct
    void load() {
        thread = messages.open();
        writable = messages.mayWrite();
    }

    public String send() {
        return once.run(
                () -> {
                    messages.send(message);
                    feedback.done("interaction.message.sent");
                    return "/messages?faces-redirect=true";
                },
                message);
    }

    public List<MessageView> getThread() {
        return thread;
    }

    public boolean isWritable() {
        return writable;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }
}
