package org.vinculo.crm.value.internal.clv;

import java.util.EnumSet;
import java.util.Set;
import org.vinculo.crm.value.ModelWarning;
import org.vinculo.crm.value.ValueModel;
import org.vinculo.crm.value.internal.numeric.FitState;

/**
 * Which model a base of customers carries, and what there is to say about it.
 *
 * @param warnings in the order of their declaration
 */
public record ModelChoice(ValueModel model, Set<ModelWarning> warnings) {

    /** Customers with a repeat purchase below which no model is trusted. */
    public static final int FEWEST_REPEATERS = 200;

    /** Correlation of value and number of purchases from which Gamma-Gamma is out of its depth. */
    private static final double DEPENDENT = 0.3;

    /** @param fewestRepeaters usually {@link #FEWEST_REPEATERS}, a setting */
    public static ModelChoice of(
            Fitted<BgNbd> purchases,
            Fitted<GammaGamma> values,
            long repeaters,
            double correlation,
            int fewestRepeaters) {
        Set<ModelWarning> warnings = EnumSet.noneOf(ModelWarning.class);
        boolean meanExists = values.model().q() > 1;
        warn(warnings, repeaters < fewestRepeaters, ModelWarning.TOO_FEW_REPEATS);
        warn(warnings, !purchases.isUsable(), ModelWarning.PURCHASES_AT_EDGE);
        warn(warnings, purchases.fit().state() == FitState.FLAT, ModelWarning.PURCHASES_FLAT);
        warn(warnings, !values.isUsable() || !meanExists, ModelWarning.VALUES_AT_EDGE);
        warn(warnings, values.fit().state() == FitState.FLAT, ModelWarning.VALUES_FLAT);
        warn(warnings, Math.abs(correlation) > DEPENDENT, ModelWarning.VALUE_DEPENDS_ON_FREQUENCY);
        boolean carried = repeaters >= fewestRepeaters && purchases.isUsable() && values.isUsable() && meanExists;
        return new ModelChoice(carried ? ValueModel.BG_NBD_GAMMA_GAMMA : ValueModel.AVERAGE_MARGIN, warnings);
    }

    private static void warn(Set<ModelWarning> warnings, boolean when, ModelWarning warning) {
        if (when) {
            warnings.add(warning);
        }
    }
}
