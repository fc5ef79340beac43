package org.vinculo.crm.backoffice.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.document.FileCheckService;
import org.vinculo.crm.document.MissingFile;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;

/** Attached files whose content is gone, and looking for them anew. */
@Named
@ViewScoped
public class MissingFilesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private FileCheckService service;

    @Inject
    private Feedback feedback;

    @Inject
    private Viewer viewer;

    private boolean busy;
    private final LazyTable<MissingFile> rows =
            LazyTable.of(request -> service.missing(request), MissingFile::publicId);

    @PostConstruct
    public void refresh() {
        busy = service.isRunning();
    }

    public void begin() {
        service.begin();
        busy = true;
        feedback.done("document.check.begun");
    }

    /** Whether the list changes by itself. */
    public boolean isBusy() {
        return busy;
    }

    public LazyTable<MissingFile> getRows() {
        return rows;
    }

    public String getPlan() {
        return Texts.text(viewer.getLocale(), "document.check.plan", service.folder());
    }
}
