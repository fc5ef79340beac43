package org.vinculo.crm.backoffice.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.operations.BackupService;
import org.vinculo.crm.operations.BackupState;
import org.vinculo.crm.operations.BackupView;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;

/** Backups: when they are made, what became of them, one more. */
@Named
@ViewScoped
public class BackupsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private BackupService service;

    @Inject
    private Feedback feedback;

    @Inject
    private Viewer viewer;

    private boolean busy;
    private final LazyTable<BackupView> rows = LazyTable.of(request -> service.list(request), BackupView::occasion);

    @PostConstruct
    public void refresh() {
        busy = service.isRunning();
    }

    public void begin() {
        service.begin();
        busy = true;
        feedback.done("operations.backup.begun");
    }

    /** Whether the list changes by itself. */
    public boolean isBusy() {
        return busy;
    }

    public LazyTable<BackupView> getRows() {
        return rows;
    }

    public String getPlan() {
        BackupService.Plan plan = service.plan();
        return plan.at() == null
                ? Texts.text(viewer.getLocale(), "operations.backup.noPlan")
                : Texts.text(
                        viewer.getLocale(),
                        "operations.backup.plan",
                        plan.at().toString(),
                        plan.zone(),
                        plan.keep(),
                        plan.folder());
    }

    public String size(long bytes) {
        return Sizes.text(viewer.getLocale(), bytes);
    }

    public String tone(BackupState state) {
        return switch (state) {
            case DONE -> "pos";
            case FAILED -> "neg";
            case RUNNING -> "info";
        };
    }
}
