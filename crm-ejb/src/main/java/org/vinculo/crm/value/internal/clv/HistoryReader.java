package org.vinculo.crm.value.internal.clv;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Turns the purchases of one customer, in the order of days, into a summary of the observation and what came after it.
 *
 * <p>Purchases of one day are one occasion. The summary ends with the day of the observation's end, included; what follows up
 * to the end of the check is only counted. Constant memory, so that a base of any size can pass through one reader.
 */
public final class HistoryReader {

    private static final double DAYS_OF_WEEK = 7;

    private final LocalDate observedUntil;
    private final LocalDate checkedUntil;
    private LocalDate first;
    private LocalDate last;
    private LocalDate lastObserved;
    private int repeats;
    private BigDecimal repeatSum;
    private Holdout after;

    /** What a customer bought after the observation: days with a purchase, and their sum. */
    public record Holdout(int purchases, BigDecimal value) {

        static final Holdout NONE = new Holdout(0, BigDecimal.ZERO);

        private Holdout plus(int more, BigDecimal also) {
            return new Holdout(purchases + more, value.add(also));
        }
    }

    /**
     * @param observedUntil last day of the observation
     * @param checkedUntil last day of the check, the same day for none
     */
    public HistoryReader(LocalDate observedUntil, LocalDate checkedUntil) {
        this.observedUntil = observedUntil;
        this.checkedUntil = checkedUntil;
        next();
    }

    /** Forgets the customer and is ready for the next one. */
    public void next() {
        first = null;
        last = null;
        lastObserved = null;
        repeats = 0;
        repeatSum = BigDecimal.ZERO;
        after = Holdout.NONE;
    }

    /** @throws IllegalArgumentException when the day is before the previous one */
    public void add(LocalDate day, BigDecimal value) {
        if (last != null && day.isBefore(last)) {
            throw new IllegalArgumentException(day + " comes after " + last);
        }
        boolean newDay = !day.equals(last);
        last = day;
        if (day.isAfter(observedUntil)) {
            after = day.isAfter(checkedUntil) ? after : after.plus(newDay ? 1 : 0, value);
            return;
        }
        lastObserved = day;
        if (first == null) {
            first = day;
        }
        if (!day.equals(first)) {
            repeats += newDay ? 1 : 0;
            repeatSum = repeatSum.add(value);
        }
    }

    /** Whether there was a purchase within the observation. */
    public boolean isCustomer() {
        return first != null;
    }

    /** @throws IllegalStateException without a purchase in the observation */
    public RepeatSummary summary() {
        if (!isCustomer()) {
            throw new IllegalStateException("no purchase up to " + observedUntil);
        }
        double mean = repeats == 0
                ? 0
                : repeatSum
                        .divide(BigDecimal.valueOf(repeats), MathContext.DECIMAL64)
                        .doubleValue();
        return new RepeatSummary(repeats, weeks(first, lastObserved), weeks(first, observedUntil), mean);
    }

    public Holdout holdout() {
        return after;
    }

    private static double weeks(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / DAYS_OF_WEEK;
    }
}
