package org.vinculo.crm.backoffice.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.vinculo.crm.document.FileCheckService;
import org.vinculo.crm.operations.StatusService;
import org.vinculo.crm.operations.StatusView;
import org.vinculo.crm.ui.Viewer;

/** How the installation is. */
@Named
@RequestScoped
public class StatusBacking {

    @EJB
    private StatusService service;

    @EJB
    private FileCheckService files;

    @Inject
    private Viewer viewer;

    private StatusView status;
    private long missingFiles;

    @PostConstruct
    void load() {
        status = service.get();
        missingFiles = files.count();
    }

    public StatusView getStatus() {
        return status;
    }

    /** How many attached files have lost their content. */
    public long getMissingFiles() {
        return missingFiles;
    }

    public String size(long bytes) {
        return Sizes.text(viewer.getLocale(), bytes);
    }
}
