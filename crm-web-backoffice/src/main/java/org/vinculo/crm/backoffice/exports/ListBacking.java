package org.vinculo.crm.backoffice.exports;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.exchange.ExportService;
import org.vinculo.crm.exchange.ExportState;
import org.vinculo.crm.exchange.ExportView;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.ui.LazyTable;

/** What somebody exported: what runs, what can be downloaded, what is gone. */
@Named("exportList")
@ViewScoped
public class ListBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT = 100;
    private static final int NEWEST = 25;

    @EJB
    private ExportService exports;

    private final LazyTable<ExportView> rows = LazyTable.of(request -> exports.list(request), ExportView::id);

    public LazyTable<ExportView> getRows() {
        return rows;
    }

    /** Whether something on the page may look different in a moment. */
    public boolean isMoving() {
        return exports.list(PageRequest.of(0, NEWEST)).items().stream()
                .anyMatch(row -> !row.state().isOver());
    }

    public int percent(ExportView row) {
        return (int) Math.round(row.progress() * PERCENT);
    }

    public String tone(ExportState state) {
        return ExportWords.tone(state);
    }
}
