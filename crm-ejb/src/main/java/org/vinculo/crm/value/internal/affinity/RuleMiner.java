package org.vinculo.crm.value.internal.affinity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** All rules with one item on the right side and at least one on the left that reach the limits; none is missing or guessed. */
public final class RuleMiner {

    private static final Comparator<Rule> BEST_FIRST = Comparator.comparingDouble(Rule::confidence)
            .reversed()
            .thenComparing(Comparator.comparingInt(Rule::count).reversed())
            .thenComparing(rule -> rule.items().toString())
            .thenComparing(Rule::recommended);

    private RuleMiner() {}

    /** The rules, most confident first. @throws FrequentSets.TooManySets when the support is too low for the baskets */
    public static List<Rule> rules(Baskets baskets, RuleLimits limits) {
        Map<ItemSet, Integer> counts = FrequentSets.of(baskets, limits).counts();
        List<Rule> rules = new ArrayList<>();
        counts.forEach((set, count) -> {
            for (int position = 0; position < set.size() && set.size() > 1; position++) {
                ItemSet left = set.without(position);
                int right = set.item(position);
                if (count >= limits.confidence() * counts.get(left) - 1e-9) {
                    addIfLifted(rules, rule(baskets, left, right, count, counts.get(left)), limits);
                }
            }
        });
        rules.sort(BEST_FIRST);
        return rules;
    }

    /** The rules with nothing on the left side: what is in so many baskets anyway. Their lift is 1. */
    public static List<Rule> withoutCondition(Baskets baskets, RuleLimits limits) {
        int fewest =
                Math.max(limits.fewest(baskets.size()), (int) Math.ceil(limits.confidence() * baskets.size() - 1e-9));
        return IntStream.range(0, baskets.distinctItems())
                .filter(item -> baskets.count(item) >= fewest)
                .mapToObj(item -> new Rule(
                        List.of(),
                        baskets.item(item),
                        baskets.count(item),
                        baskets.size(),
                        baskets.count(item),
                        baskets.size()))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static void addIfLifted(List<Rule> rules, Rule rule, RuleLimits limits) {
        if (rule.lift() >= limits.lift()) {
            rules.add(rule);
        }
    }

    private static Rule rule(Baskets baskets, ItemSet left, int right, int count, int leftCount) {
        List<String> items = IntStream.range(0, left.size())
                .mapToObj(position -> baskets.item(left.item(position)))
                .sorted()
                .toList();
        return new Rule(items, baskets.item(right), count, leftCount, baskets.count(right), baskets.size());
    }
}
