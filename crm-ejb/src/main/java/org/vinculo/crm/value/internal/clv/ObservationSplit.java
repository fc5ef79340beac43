package org.vinculo.crm.value.internal.clv;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Where the history of a base is cut for a check: the model sees two thirds, the last third is the truth.
 *
 * @param observedUntil last day that the model sees
 * @param checkedUntil last day of the truth
 */
public record ObservationSplit(LocalDate observedUntil, LocalDate checkedUntil) {

    /** @throws IllegalArgumentException when the first day is after the last */
    public static ObservationSplit of(LocalDate firstPurchase, LocalDate asOf) {
        long days = ChronoUnit.DAYS.between(firstPurchase, asOf);
        if (days < 0) {
            throw new IllegalArgumentException(firstPurchase + " is after " + asOf);
        }
        return new ObservationSplit(firstPurchase.plusDays(days * 2 / 3), asOf);
    }

    public double checkWeeks() {
        return ChronoUnit.DAYS.between(observedUntil, checkedUntil) / 7.0;
    }
}
