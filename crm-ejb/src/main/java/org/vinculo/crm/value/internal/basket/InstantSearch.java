package org.vinculo.crm.value.internal.basket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.vinculo.crm.purchase.PurchaseBaskets;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.TooManyRequests;
import org.vinculo.crm.value.AffinityAnswer;
import org.vinculo.crm.value.ProductName;
import org.vinculo.crm.value.internal.affinity.FrequentSets;
import org.vinculo.crm.value.internal.affinity.Rule;
import org.vinculo.crm.value.internal.affinity.RuleLimits;
import org.vinculo.crm.value.internal.affinity.RuleMiner;

/** Finds rules while somebody waits, one search at a time and only over as many sales as can be read meanwhile. */
@ApplicationScoped
public class InstantSearch {

    private static final int MOST_SALES = 300_000;
    private static final int SALES_AT_ONCE = 5000;
    private static final int MOST_ITEMS = 10;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Semaphore place = new Semaphore(1);

    @Inject
    PurchaseBaskets purchases;

    @Inject
    Clock clock;

    /**
     * @param withEmptyLeft whether rules with nothing on the left side are wanted too
     * @throws InvalidInput when the limits are out of range or would find too much
     * @throws TooManyRequests while another search is under way
     */
    public AffinityAnswer find(
            double support, double confidence, int shortest, boolean withEmptyLeft, Collection<String> excluded) {
        RuleLimits limits = limits(support, confidence);
        if (!place.tryAcquire()) {
            throw new TooManyRequests(WAIT);
        }
        try {
            if (purchases.sales() > MOST_SALES) {
                throw InvalidInput.field("minSupport", "affinity.error.tooManySales");
            }
            return search(limits, shortest, withEmptyLeft, excluded);
        } finally {
            place.release();
        }
    }

    private static RuleLimits limits(double support, double confidence) {
        if (!(support > 0 && support <= 1)) {
            throw InvalidInput.field("minSupport", "affinity.error.share");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw InvalidInput.field("minConfidence", "affinity.error.share");
        }
        return new RuleLimits(support, confidence, 0, MOST_ITEMS, AffinityJob.MOST_SETS);
    }

    private AffinityAnswer search(RuleLimits limits, int shortest, boolean withEmptyLeft, Collection<String> excluded) {
        Instant asOf = clock.instant();
        AffinityWork work = new AffinityWork(excluded);
        PurchaseBaskets.Slice slice;
        do {
            slice = purchases.after(work.last(), SALES_AT_ONCE);
            work.add(slice);
        } while (!slice.finished());
        try {
            work.search(limits);
        } catch (FrequentSets.TooManySets tooLow) {
            throw InvalidInput.field("minSupport", "affinity.error.tooLow");
        }
        List<Rule> rules = new ArrayList<>();
        if (withEmptyLeft) {
            rules.addAll(RuleMiner.withoutCondition(work.baskets(), limits));
        }
        work.rules().stream()
                .filter(rule -> rule.items().size() + 1 >= shortest)
                .forEach(rules::add);
        List<Rule> shown = rules.subList(0, Math.min(rules.size(), AffinityJob.MOST_RULES));
        Map<String, ProductName> names = names(work, shown);
        return new AffinityAnswer(
                asOf,
                work.baskets().size(),
                shown.stream()
                        .map(rule -> AffinityStore.view(null, rule, names))
                        .toList(),
                rules.size());
    }

    private static Map<String, ProductName> names(AffinityWork work, List<Rule> rules) {
        Set<String> codes = new HashSet<>();
        rules.forEach(rule -> {
            codes.addAll(rule.items());
            codes.add(rule.recommended());
        });
        Map<String, ProductName> names = new HashMap<>();
        codes.forEach(code -> names.put(code, new ProductName(code, work.nameOf(code))));
        return names;
    }
}
