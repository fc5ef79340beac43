package org.vinculo.crm.value.internal.basket;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.value.AffinityRuleView;
import org.vinculo.crm.value.ProductName;
import org.vinculo.crm.value.entity.AffinityRule;
import org.vinculo.crm.value.internal.affinity.Recommender;
import org.vinculo.crm.value.internal.affinity.Rule;

/**
 * The rules that a search found, at most {@link AffinityJob#MOST_RULES}, and the names of its products: asked for on every
 * page of a customer and never changed, so that they stay in memory.
 */
final class KeptRules {

    /** By the first product on their left side, without which a rule speaks to nobody. */
    private final Map<String, List<Rule>> byFirst = new HashMap<>();

    private final Map<Rule, String> publicIds = new HashMap<>();
    private final Map<String, ProductName> names = new HashMap<>();

    private KeptRules() {}

    /** @param baskets that the search looked at */
    static KeptRules read(EntityManager em, long run, int baskets) {
        KeptRules kept = new KeptRules();
        em.createQuery(
                        "select r.publicId, r.items, r.recommended, r.together, r.itemsCount, r.recommendedCount"
                                + " from AffinityRule r where r.runId = :run order by r.id",
                        Object[].class)
                .setParameter("run", run)
                .setMaxResults(AffinityJob.MOST_RULES)
                .getResultList()
                .forEach(row -> kept.add(
                        (String) row[0],
                        new Rule(
                                AffinityRule.split((String) row[1]),
                                (String) row[2],
                                (int) row[3],
                                (int) row[4],
                                (int) row[5],
                                baskets)));
        em.createQuery(
                        "select new org.vinculo.crm.value.ProductName(i.product, i.name) from AffinityItem i"
                                + " where i.runId = :run order by i.id",
                        ProductName.class)
                .setParameter("run", run)
                .setMaxResults(AffinityJob.MOST_SPOKEN_OF)
                .getResultList()
                .forEach(name -> kept.names.put(name.code(), name));
        return kept;
    }

    private void add(String publicId, Rule rule) {
        byFirst.computeIfAbsent(rule.items().get(0), first -> new ArrayList<>()).add(rule);
        publicIds.put(rule, publicId);
    }

    List<AffinityRuleView> offers(Set<String> owned, Set<String> dismissed, int most) {
        List<Rule> speaking = owned.stream()
                .map(product -> byFirst.getOrDefault(product, List.of()))
                .flatMap(Collection::stream)
                .toList();
        return Recommender.offers(speaking, owned, dismissed, most).stream()
                .map(rule -> AffinityStore.view(publicIds.get(rule), rule, names))
                .toList();
    }

    Map<String, ProductName> names() {
        return names;
    }
}
