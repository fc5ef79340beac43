package org.vinculo.crm.value.internal.lifecycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.vinculo.crm.value.internal.numeric.Quantiles;

/** The days between the purchases of one customer, and the days on which their silence begins to say something. */
final class Pauses {

    private final LifecyclePolicy policy;
    private double[] sorted = new double[8];
    private int size;
    private LocalDate last;

    Pauses(LifecyclePolicy policy) {
        this.policy = policy;
    }

    /** @param usual whether the pause before it says how the customer buys; the one of somebody who came back does not */
    void purchase(LocalDate day, boolean usual) {
        if (last != null && usual && day.isAfter(last)) {
            insert(ChronoUnit.DAYS.between(last, day));
        }
        last = day;
    }

    /** The first day of a worrying silence, or null before the first purchase. */
    LocalDate silentFrom() {
        return last == null ? null : last.plusDays((long) Math.floor(worrying()) + 1);
    }

    /** The first day of a silence that is over the multiple. */
    LocalDate goneFrom() {
        return last == null ? null : last.plusDays((long) Math.floor(worrying() * policy.lapsedFactor()) + 1);
    }

    private double worrying() {
        if (size < policy.fewestPauses()) {
            return policy.usualPauseDays();
        }
        return Quantiles.ofSorted(Arrays.copyOf(sorted, size), policy.pausePercent(), 100);
    }

    private void insert(double pause) {
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, size * 2);
        }
        int at = size++;
        while (at > 0 && sorted[at - 1] > pause) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = pause;
    }
}
