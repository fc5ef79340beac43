package org.vinculo.crm.value;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.platform.JobView;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.purchase.PurchaseBaskets;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.value.entity.AffinityRule;
import org.vinculo.crm.value.entity.AffinityRun;
import org.vinculo.crm.value.internal.basket.AffinityStore;
import org.vinculo.crm.value.internal.basket.InstantSearch;

/** What is bought together: the rules over all sales, the search for them and what it leaves out. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.VALUE_VIEW)
public class AffinityService {

    private static final int LONGEST_LIST = 4000;
    private static final int LONGEST_RULE = 6;
    private static final int LONGEST_SILENCE = 3650;

    @Inject
    CurrentCaller caller;

    @Inject
    Jobs jobs;

    @Inject
    AffinityStore store;

    @Inject
    AffinitySearch search;

    @Inject
    InstantSearch instant;

    @Inject
    PurchaseBaskets purchases;

    public AffinityOverview overview() {
        AffinityStore.Search current = store.current().orElse(null);
        AffinityRun latest = store.latest().orElse(null);
        JobView job = latest == null || latest.getState() != RunState.RUNNING
                ? null
                : jobs.find(latest.getJobId()).orElse(null);
        return new AffinityOverview(
                current == null ? null : current.view(),
                latest == null ? null : latest.view(),
                job,
                current != null && current.view().newestLine() != purchases.newestLine(),
                caller.has(Permission.VALUE_MANAGE));
    }

    /**
     * The present rules, the most lifted first unless sorted by lift, confidence or together.
     *
     * @param product words of the name or code of a product that a rule is to speak of, or null
     */
    public Page<AffinityRuleView> rules(String product, PageRequest page) {
        String words = Normal.line(product);
        return store.current().map(run -> store.rules(run, words, page)).orElseGet(Page::empty);
    }

    /** @throws NotFound when there is none, also when a newer search replaced it */
    public AffinityRuleView rule(String publicId) {
        AffinityStore.Search current = store.current().orElseThrow(NotFound::new);
        AffinityRule rule = store.rule(publicId)
                .filter(found -> Objects.equals(found.getRunId(), current.id()))
                .orElseThrow(NotFound::new);
        return store.views(current, List.of(rule)).get(0);
    }

    /**
     * The products in the baskets that the present rules were found in, those in most of them first.
     *
     * @param product words of the name or code of the products that are wanted, or null
     */
    public Page<ProductBaskets> products(String product, PageRequest page) {
        String words = Normal.line(product);
        return store.current().map(run -> store.products(run, words, page)).orElseGet(Page::empty);
    }

    /**
     * Some of these products, in the order of the codes.
     *
     * @param codes one at least
     * @throws NotFound when the present rules were found without one of them
     */
    public List<ProductBaskets> products(List<String> codes) {
        AffinityStore.Search run = store.current().orElseThrow(NotFound::new);
        Map<String, ProductBaskets> found = store.products(run, codes);
        if (!found.keySet().containsAll(codes)) {
            throw new NotFound();
        }
        return codes.stream().map(found::get).toList();
    }

    public AffinityLimits limits() {
        return store.limits();
    }

    /** From now on searches go by these; rules that were found stay as they are. */
    @RolesAllowed(Permission.Code.VALUE_MANAGE)
    public AffinityLimits save(AffinityLimits limits) {
        AffinityLimits valid = valid(limits);
        search.decide(valid, caller.get().name());
        return store.limits();
    }

    private static AffinityLimits valid(AffinityLimits limits) {
        List<FieldError> errors = new ArrayList<>();
        if (!(limits.minSupport() > 0 && limits.minSupport() <= 1)) {
            errors.add(FieldError.of("minSupport", "affinity.error.share"));
        }
        if (!(limits.minConfidence() >= 0 && limits.minConfidence() <= 1)) {
            errors.add(FieldError.of("minConfidence", "affinity.error.share"));
        }
        if (!(limits.minLift() >= 0)) {
            errors.add(FieldError.of("minLift", "affinity.error.lift"));
        }
        if (limits.mostItems() < 2 || limits.mostItems() > LONGEST_RULE) {
            errors.add(FieldError.of("mostItems", "affinity.error.items"));
        }
        if (limits.dismissedDays() < 1 || limits.dismissedDays() > LONGEST_SILENCE) {
            errors.add(FieldError.of("dismissedDays", "affinity.error.days"));
        }
        Set<String> excluded = new LinkedHashSet<>();
        limits.excluded().stream().map(Normal::line).filter(Objects::nonNull).forEach(excluded::add);
        if (String.join("\n", excluded).length() > LONGEST_LIST) {
            errors.add(FieldError.of("excluded", "tooLong", LONGEST_LIST));
        }
        InvalidInput.throwIfAny(errors);
        return new AffinityLimits(
                limits.version(),
                limits.minSupport(),
                limits.minConfidence(),
                limits.minLift(),
                limits.mostItems(),
                limits.dismissedDays(),
                List.copyOf(excluded));
    }

    /** Searches again, by the present settings; does nothing while a search is under way. Public id of the job. */
    @RolesAllowed(Permission.Code.VALUE_MANAGE)
    public String search() {
        return search.begin(caller.get().name());
    }

    /**
     * The rules that reach some limits, over the sales of this moment.
     *
     * @param minSupport null for that of the settings
     * @param minConfidence null for that of the settings
     * @param minLength products of both sides together at least; 1 also asks for rules with nothing on the left side
     * @throws InvalidInput when the limits are out of range or would find too much
     */
    public AffinityAnswer find(Double minSupport, Double minConfidence, int minLength) {
        AffinityLimits limits = store.limits();
        return instant.find(
                minSupport == null ? limits.minSupport() : minSupport,
                minConfidence == null ? limits.minConfidence() : minConfidence,
                minLength,
                minLength <= 1,
                limits.excluded());
    }
}
