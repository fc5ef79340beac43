package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

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
        int year = Integer.parseInt(quarter.substring(0, 4));
        int number = Integer.parseInt(quarter.substring(6));
        return LocalDate.of(year, 3 * number, 1)
                .plusMonths(3L * quartersAfter + 1)
                .minusDays(1);
    }
}
