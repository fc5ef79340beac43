package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.shared.Quarter;

/**
 * Customers who bought first in the same quarter, and how many of them are customers still.
 *
 * @param quarter as 2026-Q4
 * @param kept of them at the end of the first, second, ... quarter after
 */
public record CohortRow(String quarter, long customers, List<Long> kept) implements Serializable {
    public CohortRow {
        kept = List.copyOf(kept);
    }

    /** The last day of a quarter after the one of the first purchases. */
    public LocalDate endOf(int quartersAfter) {
        Quarter bought = Quarter.of(quarter);
        return LocalDate.of(bought.year(), 3 * bought.number(), 1)
                .plusMonths(3L * quartersAfter + 1)
                .minusDays(1);
    }
}
