package org.vinculo.crm.value.internal.tier;

/**
 * What decides the tier of a customer; values in the currency of the base.
 *
 * @param tenureDays since the first purchase, 0 or more
 * @param purchases ever
 * @param lifetimeValue expected, after service; may be negative
 * @param contribution of the last twelve months; may be negative
 * @param potential what the customer could be worth
 */
public record TierFacts(int tenureDays, int purchases, double lifetimeValue, double contribution, double potential) {

    /** What is missing to the potential, 0 or more. */
    public double gap() {
        return Math.max(potential - lifetimeValue, 0);
    }
}
