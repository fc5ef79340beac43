package org.vinculo.crm.backoffice.exports;

import jakarta.ejb.EJB;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.util.Locale;
import org.vinculo.crm.exchange.ExportDownload;
import org.vinculo.crm.exchange.ExportService;
import org.vinculo.crm.exchange.ExportState;
import org.vinculo.crm.exchange.ExportView;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** One export: how far it is, and its file. */
@Named("exportView")
@ViewScoped
public class ViewBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT = 100;
    private static final long KILO = 1024;

    @EJB
    private ExportService exports;

    @Inject
    private Viewer viewer;

    @Inject
    private Feedback feedback;

    @Inject
    private transient Clock clock;

    private String id;
    private ExportView view;

    public void load() {
        view = exports.get(id);
    }

    public void refresh() {
        load();
    }

    public void download() throws IOException {
        ExportDownload file = exports.download(id);
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext out = faces.getExternalContext();
        out.setResponseContentType(file.mediaType());
        out.setResponseHeader("Content-Length", String.valueOf(file.size()));
        out.setResponseHeader("Content-Disposition", "attachment; filename=\"" + file.fileName() + "\"");
        file.writeTo(out.getResponseOutputStream());
        faces.responseComplete();
    }

    public String delete() {
        exports.delete(id);
        feedback.done("exchange.export.deleted");
        return "/exports/list?faces-redirect=true";
    }

    public boolean isMoving() {
        return !view.state().isOver();
    }

    public int getPercent() {
        return (int) Math.round(view.progress() * PERCENT);
    }

    public String getTone() {
        return ExportWords.tone(view.state());
    }

    public boolean isExpired() {
        return view.state() == ExportState.EXPIRED;
    }

    /** Size of the file as people read it. */
    public String getSize() {
        Locale locale = viewer.getLocale();
        long bytes = view.bytes();
        if (bytes < KILO) {
            return String.format(locale, "%d B", bytes);
        }
        return bytes < KILO * KILO
                ? String.format(locale, "%.1f kB", (double) bytes / KILO)
                : String.format(locale, "%.1f MB", (double) bytes / KILO / KILO);
    }

    public String getLeft() {
        return org.vinculo.crm.backoffice.imports.TimeLeft.text(view.timeLeft(clock.instant()), viewer.getLocale());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public ExportView getView() {
        return view;
    }
}
