package org.vinculo.crm.ui;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.primefaces.context.PrimeFacesContext;

/**
 * A form comes back with the number that its page was given, or nothing is done. PrimeFaces compares it where the number is
 * needed for the answer, so after the deed, and never when the answer leads elsewhere.
 */
public class ChecksNonce implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.isPostback() && faces.getViewRoot() != null && !faces.getResponseComplete()) {
            PrimeFacesContext.getCspState(faces).getNonce();
        }
    }
}
