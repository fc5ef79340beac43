package org.vinculo.crm.ui;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.vinculo.crm.shared.ReadOnce;

/**
 * While the answer to a form is written nothing is changed any more: what its parts have in common is read once. The
 * filter of the page ends it, whatever happens.
 */
public class ReadsOnce implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        ReadOnce.begin();
    }
}
