package org.vinculo.crm.value.internal.basket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.ReadOnce;
import org.vinculo.crm.value.AffinityLimits;
import org.vinculo.crm.value.AffinityRuleView;
import org.vinculo.crm.value.AffinityRunView;
import org.vinculo.crm.value.ProductBaskets;
import org.vinculo.crm.value.ProductName;
import org.vinculo.crm.value.entity.AffinityDismissal;
import org.vinculo.crm.value.entity.AffinityItem;
import org.vinculo.crm.value.entity.AffinityPolicy;
import org.vinculo.crm.value.entity.AffinityRule;
import org.vinculo.crm.value.entity.AffinityRun;
import org.vinculo.crm.value.internal.Settled;
import org.vinculo.crm.value.internal.Standing;
import org.vinculo.crm.value.internal.affinity.Rule;

/** Reads rules, the products they speak of and what was dismissed. */
@ApplicationScoped
public class AffinityStore {

    private static final int COUNTED = 10_000;
    private static final int NAMED = 100;
    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    public Optional<AffinityPolicy> policy() {
        return em.createQuery(
                        "select p from AffinityPolicy p where p.number = (select max(q.number) from AffinityPolicy q)",
                        AffinityPolicy.class)
                .getResultStream()
                .findFirst();
    }

    public AffinityLimits limits() {
        return policy().map(AffinityPolicy::limits).orElse(AffinityLimits.DEFAULT);
    }

    private final Settled<Search> search = new Settled<>();
    private final Settled<KeptRules> kept = new Settled<>();

    /** A finished search for rules and what is known of it. */
    public record Search(long id, AffinityRunView view) {}

    /** The search whose rules count. */
    public Optional<Search> current() {
        return Standing.now(em)
                .affinityRun()
                .map(newest -> search.of(
                        newest,
                        id -> new Search(id, em.find(AffinityRun.class, id).view())));
    }

    /** What to offer to whoever has some products and does not want others, each with the rule that speaks for it. */
    public List<AffinityRuleView> offers(Search run, Set<String> owned, Set<String> dismissed, int most) {
        return kept(run).offers(owned, dismissed, most);
    }

    private KeptRules kept(Search run) {
        return kept.of(run.id(), id -> KeptRules.read(em, id, run.view().baskets()));
    }

    public Optional<AffinityRun> latest() {
        return em.createQuery("select r from AffinityRun r order by r.id desc", AffinityRun.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public Optional<AffinityRun> run(String publicId) {
        return em.createQuery("select r from AffinityRun r where r.publicId = :id", AffinityRun.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    /** Rules of a run, the most lifted first unless sorted otherwise. */
    public Page<AffinityRuleView> rules(Search run, String product, PageRequest page) {
        AffinitySort sort = AffinitySort.of(page.sort());
        String direction = page.sort() != null && page.sort().ascending() ? " asc" : " desc";
        List<String> products = product == null ? List.of() : named(run, product);
        if (product != null && products.isEmpty()) {
            return Page.empty();
        }
        String narrowed = products.isEmpty()
                ? ""
                : " and (r.recommended in :products or exists"
                        + " (select 1 from AffinityRuleItem i where i.rule = r and i.product in :products))";
        TypedQuery<AffinityRule> rows = em.createQuery(
                "select r from AffinityRule r where r.runId = :run" + narrowed + " order by " + sort.path() + direction
                        + ", r.id" + direction,
                AffinityRule.class);
        TypedQuery<Long> count = em.createQuery(
                "select r.id from AffinityRule r where r.runId = :run" + narrowed + " order by r.id", Long.class);
        Stream.of(rows, count).forEach(query -> {
            query.setParameter("run", run.id());
            if (!products.isEmpty()) {
                query.setParameter("products", products);
            }
        });
        List<AffinityRule> found =
                rows.setFirstResult(page.first()).setMaxResults(page.size()).getResultList();
        int counted = count.setMaxResults(COUNTED + 1).getResultList().size();
        return new Page<>(views(run, found), Math.min(counted, COUNTED), counted > COUNTED);
    }

    /** The products that a run looked at, those in most baskets first. @param words null for all of them */
    public Page<ProductBaskets> products(Search run, String words, PageRequest page) {
        List<String> wanted = words == null ? List.of() : named(run, words);
        if (words != null && wanted.isEmpty()) {
            return Page.empty();
        }
        String narrowed = wanted.isEmpty() ? "" : " and i.product in :wanted";
        TypedQuery<AffinityItem> rows = em.createQuery(
                "select i from AffinityItem i where i.runId = :run" + narrowed + " order by i.baskets desc, i.id",
                AffinityItem.class);
        TypedQuery<Long> count = em.createQuery(
                "select i.id from AffinityItem i where i.runId = :run" + narrowed + " order by i.id", Long.class);
        Stream.of(rows, count).forEach(query -> {
            query.setParameter("run", run.id());
            if (!wanted.isEmpty()) {
                query.setParameter("wanted", wanted);
            }
        });
        List<ProductBaskets> found = rows.setFirstResult(page.first())
                .setMaxResults(page.size())
                .getResultStream()
                .map(AffinityItem::counted)
                .toList();
        int counted = count.setMaxResults(COUNTED + 1).getResultList().size();
        return new Page<>(found, Math.min(counted, COUNTED), counted > COUNTED || wanted.size() == NAMED);
    }

    /** Those of the products that a run looked at, by their codes. */
    public Map<String, ProductBaskets> products(Search run, Collection<String> codes) {
        Map<String, ProductBaskets> found = new HashMap<>();
        em.createQuery("select i from AffinityItem i where i.runId = :run and i.product in :codes", AffinityItem.class)
                .setParameter("run", run.id())
                .setParameter("codes", codes)
                .setMaxResults(AT_ONCE)
                .getResultStream()
                .map(AffinityItem::counted)
                .forEach(item -> found.put(item.product().code(), item));
        return found;
    }

    /** The codes of the products whose name or code has all the words, the beginnings of theirs suffice. */
    private List<String> named(Search run, String words) {
        Set<String> wanted = Normal.tokens(words);
        if (wanted.isEmpty()) {
            return List.of();
        }
        String rarest = wanted.stream()
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElseThrow();
        return em.createQuery(
                        "select i from AffinityItem i where i.runId = :run and i.folded like :pattern"
                                + " order by i.baskets desc, i.id",
                        AffinityItem.class)
                .setParameter("run", run.id())
                .setParameter("pattern", "% " + rarest + "%")
                .setMaxResults(AT_ONCE)
                .getResultStream()
                .filter(item -> item.hasWords(wanted))
                .limit(NAMED)
                .map(item -> item.view().code())
                .toList();
    }

    public Optional<AffinityRule> rule(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            return Optional.empty();
        }
        return em.createQuery("select r from AffinityRule r where r.publicId = :id", AffinityRule.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    public List<AffinityRuleView> views(Search run, List<AffinityRule> rules) {
        Map<String, ProductName> names = names(run);
        return rules.stream()
                .map(rule -> view(rule.getPublicId(), rule.rule(run.view().baskets()), names))
                .toList();
    }

    /** @param publicId of the stored rule, or null */
    public static AffinityRuleView view(String publicId, Rule rule, Map<String, ProductName> names) {
        return new AffinityRuleView(
                publicId,
                rule.items().stream().map(code -> name(code, names)).toList(),
                name(rule.recommended(), names),
                rule.count(),
                rule.itemsCount(),
                rule.recommendedCount(),
                rule.support(),
                rule.confidence(),
                rule.lift());
    }

    private static ProductName name(String code, Map<String, ProductName> names) {
        return names.getOrDefault(code, new ProductName(code, null));
    }

    /** By their codes, of the products that the search looked at. */
    public Map<String, ProductName> names(Search run) {
        return kept(run).names();
    }

    /** What must not be offered to a customer on a day, newest first. */
    public List<AffinityDismissal> dismissed(long customerId, LocalDate on) {
        return ReadOnce.of(List.of(AffinityStore.class, customerId, on), () -> em.createQuery(
                        "select d from AffinityDismissal d where d.customerId = :customer and d.silentUntil > :day"
                                + " order by d.id desc",
                        AffinityDismissal.class)
                .setParameter("customer", customerId)
                .setParameter("day", on)
                .setMaxResults(AT_ONCE)
                .getResultList());
    }

    /** Also one whose time is over. */
    public Optional<AffinityDismissal> dismissal(long customerId, String product) {
        return em.createQuery(
                        "select d from AffinityDismissal d where d.customerId = :customer and d.product = :product",
                        AffinityDismissal.class)
                .setParameter("customer", customerId)
                .setParameter("product", product)
                .getResultStream()
                .findFirst();
    }
}
