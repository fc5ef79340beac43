package org.vinculo.crm.value.internal.affinity;

import java.util.Arrays;
import java.util.List;

/**
 * How often each pair of frequent items is together, counted basket by basket: far less work than intersecting all pairs,
 * of which most are rare.
 */
final class PairCounts {

    private final List<int[]> baskets;

    /** The ranks of the items of each basket, ascending, one basket after the other. */
    private final int[] ranks;

    private final int[] starts;
    private final int[] counts;

    /** @param baskets of each frequent item, by rank */
    PairCounts(List<int[]> baskets, int size) {
        this.baskets = baskets;
        this.starts = new int[size + 1];
        baskets.forEach(own -> {
            for (int basket : own) {
                starts[basket + 1]++;
            }
        });
        for (int basket = 0; basket < size; basket++) {
            starts[basket + 1] += starts[basket];
        }
        this.ranks = new int[starts[size]];
        this.counts = new int[baskets.size()];
        int[] next = starts.clone();
        for (int rank = 0; rank < baskets.size(); rank++) {
            for (int basket : baskets.get(rank)) {
                ranks[next[basket]++] = rank;
            }
        }
    }

    /** Baskets shared with each item of a higher rank; the array is used again by the next call. */
    int[] with(int rank) {
        Arrays.fill(counts, 0);
        for (int basket : baskets.get(rank)) {
            for (int i = starts[basket + 1] - 1; ranks[i] > rank; i--) {
                counts[ranks[i]]++;
            }
        }
        return counts;
    }
}
