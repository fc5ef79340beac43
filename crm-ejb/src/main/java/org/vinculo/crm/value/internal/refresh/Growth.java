package org.vinculo.crm.value.internal.refresh;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;

/** Notices when the purchases of a year exceed those of the year before by what counts as an expansion. */
final class Growth {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private record Bought(LocalDate day, BigDecimal amount) {}

    private final BigDecimal needed;
    private final Deque<Bought> lastYear = new ArrayDeque<>();
    private final Deque<Bought> yearBefore = new ArrayDeque<>();
    private BigDecimal last = BigDecimal.ZERO;
    private BigDecimal before = BigDecimal.ZERO;
    private LocalDate first;
    private boolean noticed;

    /** @param percent of growth that counts */
    Growth(int percent) {
        needed = BigDecimal.valueOf(100L + percent);
    }

    /** Whether the purchases grew with this one, after two whole years; said once. */
    boolean grew(LocalDate day, BigDecimal amount) {
        if (noticed) {
            return false;
        }
        if (first == null) {
            first = day;
        }
        lastYear.add(new Bought(day, amount));
        last = last.add(amount);
        while (!lastYear.peek().day().isAfter(day.minusYears(1))) {
            Bought older = lastYear.remove();
            last = last.subtract(older.amount());
            yearBefore.add(older);
            before = before.add(older.amount());
        }
        while (!yearBefore.isEmpty() && !yearBefore.peek().day().isAfter(day.minusYears(2))) {
            before = before.subtract(yearBefore.remove().amount());
        }
        noticed = !first.isAfter(day.minusYears(2))
                && before.signum() > 0
                && last.multiply(HUNDRED).compareTo(before.multiply(needed)) >= 0;
        return noticed;
    }
}
