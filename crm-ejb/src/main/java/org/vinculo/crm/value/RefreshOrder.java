package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a refresh is asked for.
 *
 * @param asOf last day that counts, or null for the one of the settings
 * @param timeUnit unit of the periods and of what is shown of the model; null for weeks
 * @param periods for which purchases are expected; 0 for a year
 */
public record RefreshOrder(LocalDate asOf, TimeUnit timeUnit, int periods) implements Serializable {

    public static final RefreshOrder USUAL = new RefreshOrder(null, null, 0);

    private static final int LONGEST_WEEKS = 520;

    public RefreshOrder {
        timeUnit = timeUnit == null ? TimeUnit.WEEK : timeUnit;
        periods = periods == 0 ? (int) Math.round(52 / timeUnit.weeks()) : periods;
    }

    /** Whether the periods can be computed with: more than none, ten years at most. */
    public boolean isSensible() {
        return periods > 0 && periods * timeUnit.weeks() <= LONGEST_WEEKS;
    }
}
