package org.vinculo.crm.value.internal.refresh;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.vinculo.crm.value.ValueSettings;
import org.vinculo.crm.value.internal.clv.ObservationSplit;
import org.vinculo.crm.value.internal.lifecycle.LifecyclePolicy;

/**
 * What the reading of purchases needs to know.
 *
 * @param runId run that the rows belong to
 * @param asOf last day that counts
 * @param laterUntil last day of purchases after it that are counted to check the model; the same day for none
 * @param split where the history is cut for a check, or null when purchases came later that check the model itself
 * @param families whether product codes say which family they belong to
 */
record RefreshPlan(
        long runId,
        LocalDate asOf,
        LocalDate laterUntil,
        ObservationSplit split,
        String currency,
        ValueSettings settings,
        LifecyclePolicy lifecycle,
        boolean families)
        implements Serializable {

    /** What an amount is worth in the currency of the figures, or null when there is no rate. */
    BigDecimal converted(BigDecimal amount, String from) {
        if (amount == null || from.equals(currency)) {
            return amount;
        }
        BigDecimal rate = settings.rates().get(from);
        return rate == null ? null : amount.multiply(rate);
    }

    boolean counts(String other) {
        return other.equals(currency) || settings.rates().containsKey(other);
    }

    /** First day of the window of the scores. */
    LocalDate windowFrom() {
        return settings.rfmWindowDays() == 0 ? LocalDate.MIN : asOf.minusDays(settings.rfmWindowDays() - 1L);
    }

    /** First of the last twelve months. */
    LocalDate yearFrom() {
        return asOf.minusYears(1).plusDays(1);
    }

    /** Last day of purchases that are read. */
    LocalDate readUntil() {
        return laterUntil.isAfter(asOf) ? laterUntil : asOf;
    }
}
