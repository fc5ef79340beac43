package org.vinculo.crm.value.internal.clv;

/**
 * How far and at which rate the future counts. Everything of a month counts at its end.
 *
 * @param months 1 or more
 * @param monthlyRate discount per month, 0.01 for one per cent; above -1
 * @param weeksPerMonth 365.25 / 84 = 4.348 by the calendar; the reference figures use 30/7
 */
public record Horizon(int months, double monthlyRate, double weeksPerMonth) {

    public static final double CALENDAR_WEEKS = 365.25 / 84;

    /** @throws IllegalArgumentException when one of them is out of range */
    public Horizon {
        if (months < 1 || !(monthlyRate > -1) || !(weeksPerMonth > 0)) {
            throw new IllegalArgumentException("no horizon: " + months + ", " + monthlyRate + ", " + weeksPerMonth);
        }
    }

    /** Three years at one per cent a month. */
    public static Horizon usual() {
        return new Horizon(36, 0.01, CALENDAR_WEEKS);
    }

    /** What one unit at the end of a month is worth today. @param month 1 for the first */
    public double weight(int month) {
        return Math.pow(1 + monthlyRate, -month);
    }

    /** What one unit at the end of every month is worth today, in months. */
    public double weightOfAll() {
        double sum = 0;
        for (int month = 1; month <= months; month++) {
            sum += weight(month);
        }
        return sum;
    }
}
