package org.vinculo.crm.value.internal.basket;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.purchase.PurchaseBaskets;
import org.vinculo.crm.value.internal.affinity.Baskets;
import org.vinculo.crm.value.internal.affinity.Rule;
import org.vinculo.crm.value.internal.affinity.RuleLimits;
import org.vinculo.crm.value.internal.affinity.RuleMiner;

/** The baskets of a search in memory, and the rules once they are found. Whoever lost it reads again. */
final class AffinityWork {

    private final Baskets baskets;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> basket = new LinkedHashSet<>();
    private long open;
    private long last;
    private List<Rule> rules;

    AffinityWork(Collection<String> excluded) {
        baskets = new Baskets(Set.copyOf(excluded));
    }

    /** Takes some whole baskets in. */
    void add(PurchaseBaskets.Slice slice) {
        for (PurchaseBaskets.Item item : slice.items()) {
            if (item.purchaseId() != open) {
                close();
                open = item.purchaseId();
            }
            basket.add(item.product());
            if (item.name() != null) {
                names.put(item.product(), item.name());
            }
        }
        close();
        last = slice.last();
    }

    private void close() {
        if (!basket.isEmpty()) {
            baskets.add(basket);
            basket.clear();
        }
    }

    /** @throws org.vinculo.crm.value.internal.affinity.FrequentSets.TooManySets when the support is too low */
    void search(RuleLimits limits) {
        rules = RuleMiner.rules(baskets, limits);
    }

    List<Rule> rules() {
        return rules;
    }

    Baskets baskets() {
        return baskets;
    }

    String nameOf(String product) {
        return names.get(product);
    }

    /** The last sale that was read. */
    long last() {
        return last;
    }
}
