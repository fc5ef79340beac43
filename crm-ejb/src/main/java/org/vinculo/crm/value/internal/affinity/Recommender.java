package org.vinculo.crm.value.internal.affinity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What to offer next: for each item the most lifted rule that speaks for it, strongest first. */
public final class Recommender {

    private static final Comparator<Rule> STRONGEST = Comparator.comparingDouble(Rule::lift)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Rule::confidence).reversed())
            .thenComparing(Rule::recommended);

    private Recommender() {}

    /**
     * @param owned items the customer has; never offered, and every rule has to start from them
     * @param dismissed items that are not to be offered
     * @param most offers, 0 or more
     * @return rules, each the reason of its offer
     */
    public static List<Rule> offers(List<Rule> rules, Set<String> owned, Set<String> dismissed, int most) {
        Set<String> silent = new HashSet<>(owned);
        silent.addAll(dismissed);
        Map<String, Rule> best = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> !silent.contains(rule.recommended()) && owned.containsAll(rule.items()))
                .sorted(STRONGEST)
                .forEach(rule -> best.putIfAbsent(rule.recommended(), rule));
        return best.values().stream().limit(most).toList();
    }
}
