package org.vinculo.crm.portal.messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.vinculo.crm.document.NewFile;
import org.vinculo.crm.interaction.MessageThread;
import org.vinculo.crm.interaction.portal.MyMessages;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;
import org.vinculo.crm.ui.SentFiles;
import org.vinculo.crm.ui.Viewer;

/** What the customer and the company write to each other, a page at a time. */
@Named("messages")
@ViewScoped
public class MessagesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    MyMessages messages;

    @Inject
    Feedback feedback;

    @Inject
    Viewer viewer;

    private String id;
    private String about;
    private MessageThread thread;
    private List<RelatedRecord> offered;
    private String message;
    private transient List<Part> chosen;
    private final Once once = new Once();
    private boolean writable;

    public void load() {
        thread = messages.open(id == null || id.isBlank() ? null : id);
        writable = messages.mayWrite();
        offered = writable ? messages.related() : List.of();
        if (about != null && offered.stream().noneMatch(record -> record.key().equals(about))) {
            RelatedRecord record = messages.related(about).orElse(null);
            if (record == null) {
                about = null;
            } else {
                offered = Stream.concat(Stream.of(record), offered.stream()).toList();
            }
        }
    }

    public String send() {
        List<NewFile> files = SentFiles.of(chosen).stream()
                .map(part -> new NewFile(part.getSubmittedFileName(), SentFiles.content(part)))
                .toList();
        return once.run(
                () -> {
                    messages.send(message, about, files);
                    feedback.done("interaction.message.sent");
                    return "/messages?faces-redirect=true";
                },
                message);
    }

    public String label(RelatedRecord record) {
        return words(record.label());
    }

    private String words(Phrase phrase) {
        return Phrases.write(phrase, viewer.getLocale(), viewer.getZone());
    }

    public MessageThread getThread() {
        return thread;
    }

    public boolean isWritable() {
        return writable;
    }

    public List<RelatedRecord> getOffered() {
        return offered;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getAbout() {
        return about;
    }

    public void setAbout(String about) {
        this.about = about == null || about.isBlank() ? null : about;
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
