package org.vinculo.crm.value.internal.tier;

import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.value.internal.numeric.Quantiles;

/**
 * Where a base is cut on a day.
 *
 * @param best lifetime value from which a customer is among the best; infinite in an empty base
 * @param growth gap from which a customer has room to grow
 */
public record TierCuts(double best, double growth) {

    /**
     * The smallest set of customers that brings the share of value the policy asks for, within its bounds.
     *
     * @param lifetimeValues of all customers, in any order
     * @param gaps of all customers, in any order
     */
    public static TierCuts of(TierPolicy policy, double[] lifetimeValues, double[] gaps) {
        return new TierCuts(best(policy, lifetimeValues), growth(policy, gaps));
    }

    /** For a refresh that has its facts in memory. */
    public static TierCuts of(TierPolicy policy, List<TierFacts> all) {
        return of(
                policy,
                all.stream().mapToDouble(TierFacts::lifetimeValue).toArray(),
                all.stream().mapToDouble(TierFacts::gap).toArray());
    }

    TierCuts scaled(double factor) {
        return new TierCuts(best * factor, growth * factor);
    }

    private static double best(TierPolicy policy, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double positive = Arrays.stream(sorted).filter(value -> value > 0).sum();
        long fewest = (long) Math.ceil(policy.fewestBest() * sorted.length);
        long most = (long) Math.floor(policy.mostBest() * sorted.length);
        double sum = 0;
        double cut = Double.POSITIVE_INFINITY;
        for (int taken = 0; taken < Math.max(most, fewest); taken++) {
            double value = sorted[sorted.length - 1 - taken];
            boolean enough = sum >= policy.bestShareOfValue() * positive && taken >= fewest;
            if (enough || value <= 0) {
                break;
            }
            sum += value;
            cut = value;
        }
        return cut;
    }

    private static double growth(TierPolicy policy, double[] gaps) {
        if (gaps.length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double[] sorted = gaps.clone();
        Arrays.sort(sorted);
        return Quantiles.ofSorted(sorted, policy.growthQuantile(), 100);
    }
}
