package org.vinculo.crm.value.internal.clv;

/** The named fallback where the data do not carry a model: {@code average monthly margin x months x retention}. */
public final class AverageMargin {

    private AverageMargin() {}

    /**
     * @param monthlyMargin average of the months since the first purchase, after cost to serve; may be negative
     * @param months of the horizon, 0 or more
     * @param retention share of customers kept over the horizon, 0 to 1
     * @return in the currency of the margin, not discounted
     * @throws IllegalArgumentException when the months or the retention are out of range
     */
    public static double value(double monthlyMargin, int months, double retention) {
        if (months < 0 || !(retention >= 0 && retention <= 1)) {
            throw new IllegalArgumentException("no fallback for " + months + " months, retention " + retention);
        }
        return monthlyMargin * months * retention;
    }
}
