package org.vinculo.crm.value.internal.affinity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Every set of items that is in enough baskets, with its count. */
public final class FrequentSets {

    private final Baskets baskets;
    private final RuleLimits limits;
    private final int fewest;
    private final Map<ItemSet, Integer> counts = new HashMap<>();

    private record Candidate(int item, TidSet where) {}

    private FrequentSets(Baskets baskets, RuleLimits limits) {
        this.baskets = baskets;
        this.limits = limits;
        this.fewest = limits.fewest(baskets.size());
    }

    /** @throws TooManySets when the support is so low that the sets would not end */
    public static FrequentSets of(Baskets baskets, RuleLimits limits) {
        FrequentSets sets = new FrequentSets(baskets, limits);
        List<Candidate> single = IntStream.range(0, baskets.distinctItems())
                .filter(item -> baskets.count(item) >= sets.fewest)
                .mapToObj(item -> new Candidate(item, TidSet.of(baskets.basketsOf(item), baskets.size())))
                .sorted(Comparator.comparingInt(candidate -> candidate.where().count()))
                .toList();
        sets.begin(single);
        return sets;
    }

    private void begin(List<Candidate> single) {
        List<int[]> where = single.stream()
                .map(candidate -> baskets.basketsOf(candidate.item()))
                .toList();
        PairCounts pairs = new PairCounts(where, baskets.size());
        for (int rank = 0; rank < single.size(); rank++) {
            Candidate candidate = single.get(rank);
            ItemSet set = ItemSet.EMPTY.with(candidate.item());
            remember(set, candidate.where().count());
            int[] together = pairs.with(rank);
            List<Candidate> longer = new ArrayList<>();
            for (int other = rank + 1; other < single.size(); other++) {
                if (together[other] >= fewest) {
                    longer.add(narrowed(candidate, single.get(other)));
                }
            }
            extend(set, longer);
        }
    }

    private Candidate narrowed(Candidate candidate, Candidate other) {
        return new Candidate(other.item(), candidate.where().and(other.where(), fewest));
    }

    public int size() {
        return counts.size();
    }

    /** How many sets there are of each size. */
    public Map<Integer, Integer> bySize() {
        Map<Integer, Integer> sizes = new TreeMap<>();
        counts.keySet().forEach(set -> sizes.merge(set.size(), 1, Integer::sum));
        return sizes;
    }

    Map<ItemSet, Integer> counts() {
        return counts;
    }

    private void extend(ItemSet prefix, List<Candidate> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            ItemSet set = prefix.with(candidate.item());
            remember(set, candidate.where().count());
            if (set.size() < limits.mostItems()) {
                List<Candidate> longer = new ArrayList<>();
                for (Candidate other : candidates.subList(i + 1, candidates.size())) {
                    TidSet both = candidate.where().and(other.where(), fewest);
                    if (both != null) {
                        longer.add(new Candidate(other.item(), both));
                    }
                }
                extend(set, longer);
            }
        }
    }

    private void remember(ItemSet set, int count) {
        if (counts.size() >= limits.mostSets()) {
            throw new TooManySets();
        }
        counts.put(set, count);
    }

    /** The support asked for is too low for these baskets. */
    public static final class TooManySets extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
