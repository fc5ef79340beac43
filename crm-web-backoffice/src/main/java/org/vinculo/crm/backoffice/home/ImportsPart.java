package org.vinculo.crm.backoffice.home;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.exchange.ImportService;
import org.vinculo.crm.exchange.ImportState;
import org.vinculo.crm.exchange.ImportView;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** The latest imports, with the progress of those that run. */
@ApplicationScoped
public class ImportsPart implements HomePart {

    private static final int ROWS = 4;

    @EJB
    ImportService imports;

    @Inject
    Viewer viewer;

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<HomeCard> card() {
        if (!viewer.permits(Permission.Code.IMPORT_RUN)) {
            return Optional.empty();
        }
        List<HomeRow> rows = imports.list(new PageRequest(0, ROWS, null)).items().stream()
                .map(this::row)
                .toList();
        return Optional.of(new HomeCard("ui.home.imports", true, "/imports/list", rows));
    }

    private HomeRow row(ImportView view) {
        String kind = Texts.text(viewer.getLocale(), "exchange.kind." + view.kind());
        HomeRow row = HomeRow.of("up", view.fileName(), kind, view.createdAt(), "/imports/view?id=" + view.id());
        if (!view.state().isOver()) {
            return row.withProgress(view.progress());
        }
        return row.withBadge(Texts.text(viewer.getLocale(), "exchange.state." + view.state()), tone(view.state()));
    }

    private static String tone(ImportState state) {
        return switch (state) {
            case COMPLETED -> "pos";
            case COMPLETED_WITH_ERRORS -> "cau";
            case FAILED -> "neg";
            case QUEUED, RUNNING, UNDONE -> "";
        };
    }
}
