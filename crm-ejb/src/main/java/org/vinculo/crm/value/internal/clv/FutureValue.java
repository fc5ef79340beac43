package org.vinculo.crm.value.internal.clv;

import java.util.HashMap;
import java.util.Map;

/**
 * Discounted lifetime value of customers without contract, one at a time:
 * {@code sum over months of (expected purchases x expected value - service) / (1 + rate)^month}.
 *
 * <p>Not for use by several threads at once: it remembers the discounted purchases per number of repeats and age, which many
 * customers share.
 */
public final class FutureValue {

    private static final int MOST_REMEMBERED = 100_000;

    private final BgNbd purchases;
    private final GammaGamma values;
    private final Horizon horizon;
    private final double serviceMonths;
    private final Map<Shared, Double> remembered = new HashMap<>();

    private record Shared(int repeats, double age) {}

    /**
     * What the models expect of one customer.
     *
     * @param alive chance to be a customer still, 0 to 1
     * @param presentPurchases purchases within the horizon, discounted
     * @param valuePerPurchase in the currency of the base
     * @param gross discounted value before service
     * @param service discounted service within the horizon
     */
    public record Expectation(
            double alive, double presentPurchases, double valuePerPurchase, double gross, double service) {

        /** Lifetime value after service; below zero for those who take more than they bring. */
        public double net() {
            return gross - service;
        }
    }

    public FutureValue(BgNbd purchases, GammaGamma values, Horizon horizon) {
        this.purchases = purchases;
        this.values = values;
        this.horizon = horizon;
        this.serviceMonths = horizon.weightOfAll();
    }

    /**
     * @param servicePerMonth what serving the customer takes per month while they stay, in the currency of the base; it is
     *     weighted with the chance to be alive now and not reduced further, so it errs to the careful side
     */
    public Expectation of(RepeatSummary summary, double servicePerMonth) {
        double alive = purchases.alive(summary.repeats(), summary.lastRepeat(), summary.age());
        double expected = alive * ifAlive(summary.repeats(), summary.age());
        double value = values.expectedValue(summary.repeats(), summary.meanValue());
        return new Expectation(alive, expected, value, expected * value, servicePerMonth * alive * serviceMonths);
    }

    private double ifAlive(int repeats, double age) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(new Shared(repeats, age), key -> discounted(repeats, age));
    }

    private double discounted(int repeats, double age) {
        double sum = 0;
        double before = 0;
        for (int month = 1; month <= horizon.months(); month++) {
            double upTo = purchases.expectedIfAlive(repeats, age, month * horizon.weeksPerMonth());
            sum += (upTo - before) * horizon.weight(month);
            before = upTo;
        }
        return sum;
    }
}
