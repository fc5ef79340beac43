package org.vinculo.crm.backoffice.imports;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import org.vinculo.crm.exchange.ImportService;
import org.vinculo.crm.exchange.ImportState;
import org.vinculo.crm.exchange.ImportView;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;

/** The list of imports: what runs, and what became of the others. */
@Named("importList")
@ViewScoped
public class ListBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT = 100;
    private static final int NEWEST = 25;

    @EJB
    private ImportService imports;

    @Inject
    private Viewer viewer;

    @Inject
    private transient Clock clock;

    private final LazyTable<ImportView> rows = LazyTable.of(request -> imports.list(request), ImportView::id);

    public LazyTable<ImportView> getRows() {
        return rows;
    }

    /** Whether something on the page may look different in a moment. */
    public boolean isMoving() {
        return imports.list(PageRequest.of(0, NEWEST)).items().stream()
                .anyMatch(row -> !row.state().isOver() || row.undoing());
    }

    public int percent(ImportView row) {
        return (int) Math.round(row.progress() * PERCENT);
    }

    public String left(ImportView row) {
        return TimeLeft.text(row.timeLeft(clock.instant()), viewer.getLocale());
    }

    public String tone(ImportState state) {
        return ImportWords.tone(state);
    }
}
