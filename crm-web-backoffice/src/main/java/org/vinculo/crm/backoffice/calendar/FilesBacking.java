package org.vinculo.crm.backoffice.calendar;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.vinculo.crm.activity.CalendarImportResult;
import org.vinculo.crm.activity.CalendarService;
import org.vinculo.crm.activity.FeedView;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Shell;

/** The calendar in other programs: its secret address, and files that are taken in. */
@Named("calendarFiles")
@ViewScoped
public class FilesBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    @EJB
    private CalendarService calendar;

    @Inject
    private Feedback feedback;

    @Inject
    private Shell shell;

    private transient Part file;
    private String address;

    public void renew() {
        address = shell.getBackOfficeAddress() + "/api/v1/calendar/feed/" + calendar.renewFeed();
        feedback.done("activity.feed.made");
    }

    public String revoke() {
        calendar.revokeFeed();
        feedback.done("activity.feed.revoked");
        return "/calendar/files?faces-redirect=true";
    }

    public String upload() throws IOException {
        if (file == null || file.getSize() == 0) {
            throw InvalidInput.field("file", "required");
        }
        byte[] bytes;
        try (InputStream content = file.getInputStream()) {
            bytes = content.readNBytes(MOST_BYTES + 1);
        }
        CalendarImportResult result = calendar.take(bytes);
        feedback.done("activity.ics.taken", result.created(), result.changed());
        if (result.left() > 0) {
            feedback.warn("activity.ics.left", result.left());
        }
        return "/calendar/view?faces-redirect=true&view=agenda";
    }

    public FeedView getFeed() {
        return calendar.feed().orElse(null);
    }

    /** Told once, right after it was made. */
    public String getAddress() {
        return address;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
