package org.vinculo.crm.value;

import java.io.Serializable;
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
}
