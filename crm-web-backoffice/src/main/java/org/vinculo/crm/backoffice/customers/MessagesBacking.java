package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vinculo.crm.document.NewFile;
import org.vinculo.crm.interaction.MessageService;
import org.vinculo.crm.interaction.MessageThread;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.SentFiles;
import org.vinculo.crm.ui.Viewer;

/** What the customer and the company write to each other in the portal, a page at a time. */
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

    @Inject
    private Viewer viewer;

    private MessageThread thread;
    private List<RelatedRecord> offered;
    private Boolean writable;
    private String about;
    private String message;
    private transient List<Part> chosen;

    public MessageThread getThread() {
        if (thread == null) {
            thread = messages.open(page.getId(), parameter("message"));
        }
        return thread;
    }

    public boolean isWritable() {
        if (writable == null) {
            writable = messages.mayWrite(page.getId());
        }
        return writable;
    }

    /** What a message can be about; what was asked for in the address is chosen. */
    public List<RelatedRecord> getOffered() {
        if (offered == null) {
            offered = messages.related(page.getId());
            String wanted = parameter("about");
            RelatedRecord record = wanted == null
                    ? null
                    : messages.related(page.getId(), wanted).orElse(null);
            if (record != null) {
                about = record.key();
                offered = Stream.concat(Stream.of(record), offered.stream().filter(each -> !each.key()
                                .equals(record.key())))
                        .toList();
            }
        }
        return offered;
    }

    private static String parameter(String name) {
        Map<String, String> request =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        String value = request.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    public String send() {
        List<NewFile> files = SentFiles.of(chosen).stream()
                .map(part -> new NewFile(part.getSubmittedFileName(), SentFiles.content(part)))
                .toList();
        messages.reply(page.getId(), message, about, files);
        feedback.done("interaction.message.sent");
        return "/customers/view?faces-redirect=true&tab=messages&id=" + page.getId();
    }

    public String label(RelatedRecord record) {
        return Phrases.write(record.label(), viewer.getLocale(), viewer.getZone());
    }

    public String getAbout() {
        return about;
    }

    public void setAbout(String about) {
        this.about = about;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public List<Part> getChosen() {
        return chosen;
    }

    public void setChosen(List<Part> chosen) {
        this.chosen = chosen;
    }
}
