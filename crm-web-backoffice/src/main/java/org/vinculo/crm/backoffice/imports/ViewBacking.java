package org.vinculo.crm.backoffice.imports;

import jakarta.ejb.EJB;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import org.vinculo.crm.exchange.ImportNoteView;
import org.vinculo.crm.exchange.ImportService;
import org.vinculo.crm.exchange.ImportView;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;

/** One import: how far it is, what became of the rows, and taking it back. */
@Named("importView")
@ViewScoped
public class ViewBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT = 100;

    @EJB
    private ImportService imports;

    @Inject
    private Viewer viewer;

    @Inject
    private Feedback feedback;

    @Inject
    private transient Clock clock;

    private final LazyTable<ImportNoteView> notes =
            LazyTable.of(request -> imports.notes(getId(), request), note -> String.valueOf(note.line()));

    private String id;
    private ImportView view;
    private List<CustomEntry> custom = List.of();

    public void load() {
        view = imports.get(id);
        custom = imports.customFields();
    }

    /** Looks again while it runs; the page is opened afresh when it is over, because more can be done then. */
    public String refresh() {
        load();
        return isMoving() ? null : "/imports/view?faces-redirect=true&id=" + id;
    }

    /** Does for real what the trial counted. */
    public String importNow() {
        return "/imports/view?faces-redirect=true&id=" + imports.importTried(id).id();
    }

    public String undo() {
        imports.undo(id);
        feedback.done("exchange.view.undo.started");
        return "/imports/view?faces-redirect=true&id=" + id;
    }

    public void download() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext out = faces.getExternalContext();
        out.setResponseContentType("text/csv;charset=UTF-8");
        out.setResponseHeader("Content-Disposition", "attachment; filename=\"errors.csv\"");
        imports.writeErrors(id, viewer.getLocale(), out.getResponseOutputStream());
        faces.responseComplete();
    }

    public boolean isMoving() {
        return !view.state().isOver() || view.undoing();
    }

    /** A trial after which importing would write something. */
    public boolean isWorthwhile() {
        return view.trial() && view.state().isCompleted() && !isUseless();
    }

    /** A trial in which no row could be used: the matching is wrong, or nobody in the file is known. */
    public boolean isUseless() {
        return view.trial()
                && view.state().isCompleted()
                && view.rows().faulty() > 0
                && view.rows().faulty() + view.rows().duplicate() == view.rows().read();
    }

    public int getPercent() {
        return (int) Math.round(view.progress() * PERCENT);
    }

    public String getLeft() {
        return TimeLeft.text(view.timeLeft(clock.instant()), viewer.getLocale());
    }

    public String getTone() {
        return ImportWords.tone(view.state());
    }

    public int getStep() {
        if (!view.trial()) {
            return view.state().isOver() ? 5 : 4;
        }
        return 3;
    }

    public String fieldName(ImportNoteView note) {
        return note.problem().field().isEmpty()
                ? ""
                : ImportWords.field(note.problem().field(), custom, viewer.getLocale());
    }

    public String text(ImportNoteView note) {
        return note.problem().text(viewer.getLocale());
    }

    public LazyTable<ImportNoteView> getNotes() {
        return notes;
    }

    public ImportView getView() {
        return view;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
