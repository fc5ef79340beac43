package org.vinculo.crm.party.internal.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
import org.vinculo.crm.shared.Plenty;
import org.vinculo.crm.shared.SqlText;

/** The pairs that somebody has to look at; only those of which the caller reaches both customers. */
@ApplicationScoped
public class DuplicateQueue {

    private static final int COUNTED = 10_000;

    /** The best first, so that a page ends where it is full: Derby would rather join and sort everything. */
    private static final String FROM = " from --DERBY-PROPERTIES joinOrder=FIXED\n"
            + " duplicate_pair p --DERBY-PROPERTIES index=duplicate_pair_queue\n"
            + " inner join customer a --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n on a.id = p.first_id"
            + " inner join customer b --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n on b.id = p.second_id"
            + " where p.state = ";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Plenty plenty;

    @Inject
    CurrentCaller caller;

    @Inject
    CustomerAccess access;

    @Inject
    AuditLog audit;

    public Page<DuplicatePairView> page(DuplicateSearch search, PageRequest page) {
        SqlText sql = SqlText.empty().sqlPart("select p.*").add(wanted(search));
        sql.sqlPart(" order by p.score desc, p.id offset ").value(page.first());
        sql.sqlPart(" rows fetch next ").value(page.size()).sqlPart(" rows only");
        SqlText count =
                SqlText.empty().sqlPart("select count(*) from (select p.id").add(wanted(search));
        count.sqlPart(" fetch first " + (COUNTED + 1) + " rows only) counted");
        long counted = plenty.count(count, COUNTED + 1L, () -> ((Number)
                        count.fill(em.createNativeQuery(count.sql())).getSingleResult())
                .longValue());
        return new Page<>(views(pairs(sql)), Math.min(counted, COUNTED), counted > COUNTED);
    }

    public List<DuplicatePairView> slice(DuplicateSearch search, Integer belowScore, long afterId, int limit) {
        SqlText sql = SqlText.empty().sqlPart("select p.*").add(wanted(search));
        if (belowScore != null) {
            sql.sqlPart(" and p.score <= ").value(belowScore).sqlPart(" and (p.score < ");
            sql.value(belowScore).sqlPart(" or p.id > ").value(afterId).sqlPart(")");
        }
        sql.sqlPart(" order by p.score desc, p.id fetch first ").value(limit).sqlPart(" rows only");
        return views(pairs(sql));
    }

    @SuppressWarnings("unchecked")
    private List<DuplicatePair> pairs(SqlText sql) {
        return sql.fill(em.createNativeQuery(sql.sql(), DuplicatePair.class)).getResultList();
    }

    private SqlText wanted(DuplicateSearch search) {
        SqlText sql = SqlText.empty().sqlPart(FROM).value(search.state());
        sql.sqlPart(" and p.score >= ").value(search.minScore());
        if (search.state() != DuplicateState.MERGED) {
            sql.sqlPart(" and a.deleted_at is null and b.deleted_at is null");
        }
        if (search.kind() != null) {
            sql.sqlPart(" and a.kind = ")
                    .value(search.kind())
                    .sqlPart(" and b.kind = ")
                    .value(search.kind());
        }
        CustomerScope scope = access.scope(Permission.CUSTOMER_MERGE);
        if (scope.reach() != Scope.ALL) {
            sql.sqlPart(" and exists (select 1 from customer c where c.id = p.first_id");
            sql.add(scope.andReached()).sqlPart(") and exists (select 1 from customer c where c.id = p.second_id");
            sql.add(scope.andReached()).sqlPart(")");
        }
        return sql;
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
