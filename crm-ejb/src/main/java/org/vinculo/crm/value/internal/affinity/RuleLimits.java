package org.vinculo.crm.value.internal.affinity;

/**
 * Which rules are worth having.
 *
 * @param support smallest share of baskets with all items, above 0 to 1
 * @param confidence smallest share with the right side among those with the left side, 0 to 1
 * @param lift smallest lift, 0 for any
 * @param mostItems of both sides together, 2 or more
 * @param mostSets of items that may be frequent before the search gives up
 */
public record RuleLimits(double support, double confidence, double lift, int mostItems, int mostSets) {

    /** @throws IllegalArgumentException when one of them is out of range */
    public RuleLimits {
        boolean shares = support > 0 && support <= 1 && confidence >= 0 && confidence <= 1 && lift >= 0;
        if (!shares || mostItems < 2 || mostSets < 1) {
            throw new IllegalArgumentException("no limits for rules: " + support + ", " + confidence);
        }
    }

    /** Any lift and length. */
    public static RuleLimits of(double support, double confidence) {
        return new RuleLimits(support, confidence, 0, 10, 2_000_000);
    }

    /** The smallest count that reaches the support: {@code count >= support x baskets}. */
    int fewest(int baskets) {
        return Math.max(1, (int) Math.ceil(support * baskets - 1e-9));
    }
}
