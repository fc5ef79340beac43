package org.vinculo.crm.party.internal.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.DuplicatePairView;
import org.vinculo.crm.party.DuplicateSearch;
import org.vinculo.crm.party.DuplicateState;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.DuplicatePair;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** The pairs that somebody has to look at; only those of which the caller reaches both customers. */
@ApplicationScoped
public class DuplicateQueue {

    private static final int COUNTED = 10_000;

    private static final String FROM = " from DuplicatePair p, Customer a, Customer b where a.id = p.firstId"
            + " and b.id = p.secondId and p.state = :state and p.score >= :min";
    private static final String PRESENT = " and a.deletedAt is null and b.deletedAt is null";
    private static final String OF_KIND = " and a.kind = :kind and b.kind = :kind";
    private static final String OWN = " and a.ownerId = :scopeOwner and b.ownerId = :scopeOwner";
    private static final String TEAM = " and (a.ownerId = :scopeOwner or a.teamId = :scopeTeam)"
            + " and (b.ownerId = :scopeOwner or b.teamId = :scopeTeam)";
    private static final String AFTER = " and (p.score < :below or (p.score = :below and p.id > :after))";
    private static final String ORDER = " order by p.score desc, p.id";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    CustomerAccess access;

    @Inject
    AuditLog audit;

    public Page<DuplicatePairView> page(DuplicateSearch search, PageRequest page) {
        CustomerScope scope = access.scope(Permission.CUSTOMER_MERGE);
        List<DuplicatePair> pairs = bind(
                        em.createQuery("select p" + FROM + narrow(search, scope.reach()) + ORDER, DuplicatePair.class),
                        search,
                        scope)
                .setFirstResult(page.first())
                .setMaxResults(page.size())
                .getResultList();
        int counted = bind(
                        em.createQuery("select p.id" + FROM + narrow(search, scope.reach()), Long.class), search, scope)
                .setMaxResults(COUNTED + 1)
                .getResultList()
                .size();
        return new Page<>(views(pairs), Math.min(counted, COUNTED), counted > COUNTED);
    }

    public List<DuplicatePairView> slice(DuplicateSearch search, Integer belowScore, long afterId, int limit) {
        CustomerScope scope = access.scope(Permission.CUSTOMER_MERGE);
        TypedQuery<DuplicatePair> query = bind(
                em.createQuery(
                        "select p" + FROM + narrow(search, scope.reach()) + (belowScore == null ? "" : AFTER) + ORDER,
                        DuplicatePair.class),
                search,
                scope);
        if (belowScore != null) {
            query.setParameter("below", belowScore).setParameter("after", afterId);
        }
        return views(query.setMaxResults(limit).getResultList());
    }

    private static String narrow(DuplicateSearch search, Scope reach) {
        return (search.state() == DuplicateState.MERGED ? "" : PRESENT)
                + (search.kind() == null ? "" : OF_KIND)
                + switch (reach) {
                    case ALL -> "";
                    case OWN -> OWN;
                    case TEAM -> TEAM;
                };
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, DuplicateSearch search, CustomerScope scope) {
        query.setParameter("state", search.state()).setParameter("min", search.minScore());
        if (search.kind() != null) {
            query.setParameter("kind", search.kind());
        }
        scope.parameters().forEach(query::setParameter);
        return query;
    }

    /** @throws NotFound when there is none, or one of the two is out of reach */
    public DuplicatePair require(String publicId) {
        return reached(List.of(publicId)).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** The pair of two customers, if they ever looked alike. */
    public java.util.Optional<DuplicatePair> of(long one, long other) {
        return em.createQuery(
                        "select p from DuplicatePair p where p.firstId = :first and p.secondId = :second",
                        DuplicatePair.class)
                .setParameter("first", Math.min(one, other))
                .setParameter("second", Math.max(one, other))
                .getResultStream()
                .findFirst();
    }

    /** How many were decided; pairs that are merged are not asked again. */
    public int decide(Collection<String> publicIds, DuplicateState decision) {
        int decided = 0;
        for (DuplicatePair pair : reached(publicIds)) {
            if (pair.getState() == DuplicateState.MERGED || pair.getState() == decision) {
                continue;
            }
            if (decision == DuplicateState.OPEN) {
                pair.reopen();
            } else {
                pair.decide(decision, clock.instant(), caller.get().name());
            }
            String action = decision == DuplicateState.OPEN ? "duplicateReopened" : "duplicateDismissed";
            audit.record(AuditEvent.about(action, "duplicate", pair.getPublicId(), pair.getFirstId(), null));
            audit.record(AuditEvent.about(action, "duplicate", pair.getPublicId(), pair.getSecondId(), null));
            decided++;
        }
        return decided;
    }

    private List<DuplicatePair> reached(Collection<String> publicIds) {
        if (publicIds.isEmpty()) {
            return List.of();
        }
        List<DuplicatePair> pairs = em.createQuery(
                        "select p from DuplicatePair p where p.publicId in :ids order by p.id", DuplicatePair.class)
                .setParameter("ids", publicIds)
                .getResultList();
        Map<Long, Customer> customers = customers(pairs);
        return pairs.stream()
                .filter(pair -> Stream.of(pair.getFirstId(), pair.getSecondId())
                        .allMatch(id -> access.reaches(customers.get(id), Permission.CUSTOMER_MERGE)))
                .toList();
    }

    private List<DuplicatePairView> views(List<DuplicatePair> pairs) {
        Map<Long, Customer> customers = customers(pairs);
        return pairs.stream().map(pair -> view(pair, customers)).toList();
    }

    public DuplicatePairView view(DuplicatePair pair) {
        return views(List.of(pair)).get(0);
    }

    private Map<Long, Customer> customers(List<DuplicatePair> pairs) {
        Set<Long> ids = pairs.stream()
                .flatMap(pair -> Stream.of(pair.getFirstId(), pair.getSecondId()))
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery("select c from Customer c where c.id in :ids", Customer.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(Customer::getId, Function.identity()));
    }

    private static DuplicatePairView view(DuplicatePair pair, Map<Long, Customer> customers) {
        return new DuplicatePairView(
                pair.getPublicId(),
                pair.getId(),
                side(customers.get(pair.getFirstId())),
                side(customers.get(pair.getSecondId())),
                pair.getScore(),
                pair.getParts(),
                pair.getState(),
                pair.getFoundAt(),
                pair.getDecidedAt(),
                pair.getDecidedBy());
    }

    private static DuplicatePairView.Side side(Customer customer) {
        return new DuplicatePairView.Side(
                customer.getPublicId(),
                customer.getExternalId(),
                customer.getDisplayName(),
                customer.getKind(),
                customer.getCity(),
                customer.getCreatedAt());
    }
}
