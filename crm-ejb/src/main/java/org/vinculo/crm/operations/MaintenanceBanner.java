package org.vinculo.crm.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.vinculo.crm.operations.internal.MaintenanceBoard;
import org.vinculo.crm.operations.internal.MaintenanceWords;

/** The announcement above every page of both doors. */
@Named("maintenanceBanner")
@RequestScoped
public class MaintenanceBanner {

    @Inject
    MaintenanceBoard board;

    @Inject
    MaintenanceWords words;

    /** What to read; null when nothing is announced. */
    public String getText() {
        return board.announced()
                .map(notice -> words.text(
                        notice, FacesContext.getCurrentInstance().getViewRoot().getLocale()))
                .orElse(null);
    }
}
