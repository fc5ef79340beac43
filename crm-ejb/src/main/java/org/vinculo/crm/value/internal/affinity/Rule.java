package org.vinculo.crm.value.internal.affinity;

import java.util.List;

/**
 * Who has these also has that.
 *
 * @param items on the left side, in the order of their names
 * @param recommended the one item on the right side
 * @param count baskets with all of them
 * @param itemsCount baskets with the left side
 * @param recommendedCount baskets with the right side
 * @param baskets all baskets
 */
public record Rule(
        List<String> items, String recommended, int count, int itemsCount, int recommendedCount, int baskets) {

    /** Share of baskets with all of them, above 0 to 1. */
    public double support() {
        return (double) count / baskets;
    }

    /** Share with the right side among baskets with the left side, above 0 to 1. */
    public double confidence() {
        return (double) count / itemsCount;
    }

    /** Share of baskets with the left side. */
    public double coverage() {
        return (double) itemsCount / baskets;
    }

    /** How many times more often than by chance; 1 where the two sides have nothing to do with each other. */
    public double lift() {
        return confidence() * baskets / recommendedCount;
    }
}
