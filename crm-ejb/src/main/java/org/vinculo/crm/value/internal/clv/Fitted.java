package org.vinculo.crm.value.internal.clv;

import org.vinculo.crm.value.internal.numeric.FitState;
import org.vinculo.crm.value.internal.numeric.Maximum;

/** A model and how well the data decided it. */
public record Fitted<M>(M model, Maximum fit) {

    /** Whether figures may be made with it; a likelihood that runs to the edge has no model behind it. */
    public boolean isUsable() {
        return fit.state() == FitState.SOLID || fit.state() == FitState.FLAT;
    }
}
