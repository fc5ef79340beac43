package org.vinculo.crm.backoffice.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.notification.OutboxService;
import org.vinculo.crm.notification.OutboxView;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** One mail with its text. */
@Named
@ViewScoped
public class MessageBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private OutboxService outbox;

    @Inject
    private Feedback feedback;

    @Inject
    private Viewer viewer;

    private String id;
    private OutboxView message;

    public void load() {
        message = outbox.get(id);
    }

    public String retry() {
        outbox.retry(id);
        feedback.done("notification.message.retried");
        return "/admin/message?faces-redirect=true&includeViewParams=true";
    }

    /** Why it has not been sent; null when nothing went wrong. */
    public String getError() {
        String error = message.error();
        if (error == null) {
            return null;
        }
        return switch (error) {
            case "Utf8NeededException" -> text("notification.message.errorUtf8");
            case "AddressException" -> text("notification.message.errorAddress");
            case "NoEncryptionException" -> text("notification.message.errorEncryption");
            case "UntrustedServerException" -> text("notification.message.errorTrust");
            default -> text("notification.message.error") + ": " + error;
        };
    }

    private String text(String key) {
        return Texts.text(viewer.getLocale(), key);
    }

    public OutboxView getMessage() {
        return message;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
