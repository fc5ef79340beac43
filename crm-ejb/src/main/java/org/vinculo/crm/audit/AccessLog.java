package org.vinculo.crm.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vinculo.crm.audit.entity.RecordView;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.platform.Settings;

/**
 * Who looked at a customer and who took data along: a counter for each person, customer and day. Looking is only kept in
 * memory and written down every few seconds, so that it costs a page nothing, and a page with all its parts counts as one
 * look; taking data along is written down at once, with the deed.
 */
@ApplicationScoped
public class AccessLog {

    /** More than that in memory is written down by whoever comes next. */
    private static final int MOST_WAITING = 5_000;

    private static final int MOST_ROWS = 1_000;
    private static final int AT_ONCE = 500;
    private static final String SAME = " where v.customerId in :customers and v.day = :day"
            + " and v.actorKind = :actorKind and v.actorId = :actor and v.kind = :kind";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    Settings settings;

    private final Set<Key> waiting = ConcurrentHashMap.newKeySet();

    private record Key(LocalDate day, long customerId, Caller.Kind actorKind, long actorId, AccessKind kind) {}

    /** The caller looks at a customer; customers who look at themselves do not count. */
    public void viewed(long customerId) {
        Caller who = caller.get();
        if (counts(who) && waiting.size() < MOST_WAITING) {
            waiting.add(key(who, customerId, AccessKind.VIEW));
        }
    }

    void onSeen(@Observes CustomerSeen seen) {
        viewed(seen.customerId());
    }

    /** The caller takes data of customers along; to be called in the transaction that does it. */
    public void exported(Collection<Long> customerIds) {
        Caller who = caller.get();
        if (counts(who)) {
            exported(who.kind(), who.accountId(), customerIds);
        }
    }

    /** A program of a member of staff, which cannot sign in, takes data of customers along. */
    public void exportedFor(long staffId, Collection<Long> customerIds) {
        exported(Caller.Kind.STAFF, staffId, customerIds);
    }

    private void exported(Caller.Kind actorKind, long actorId, Collection<Long> customerIds) {
        List<Long> ids = customerIds.stream().distinct().sorted().toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            together(actorKind, actorId, ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
        }
    }

    /** One question and two changes for many customers, whose ids are in order. */
    private void together(Caller.Kind actorKind, long actorId, List<Long> ids) {
        LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
        Set<Long> known = new HashSet<>(em.createQuery("select v.customerId from RecordView v" + SAME, Long.class)
                .setParameter("customers", ids)
                .setParameter("day", today)
                .setParameter("actorKind", actorKind)
                .setParameter("actor", actorId)
                .setParameter("kind", AccessKind.EXPORT)
                .getResultList());
        if (!known.isEmpty()) {
            em.createQuery("update RecordView v set v.views = v.views + 1, v.lastAt = :now" + SAME)
                    .setParameter("now", clock.instant())
                    .setParameter("customers", known)
                    .setParameter("day", today)
                    .setParameter("actorKind", actorKind)
                    .setParameter("actor", actorId)
                    .setParameter("kind", AccessKind.EXPORT)
                    .executeUpdate();
        }
        ids.stream().filter(id -> !known.contains(id)).forEach(id -> {
            RecordView first = new RecordView(today, id, actorKind, actorId, AccessKind.EXPORT);
            first.begin(1, clock.instant());
            em.persist(first);
        });
        em.flush();
    }

    private static boolean counts(Caller who) {
        return (who.kind() == Caller.Kind.STAFF || who.kind() == Caller.Kind.TOKEN) && who.accountId() != null;
    }

    private Key key(Caller who, long customerId, AccessKind kind) {
        LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
        return new Key(today, customerId, who.kind(), who.accountId(), kind);
    }

    /** Writes down what waits in memory. */
    @Transactional
    public void flush() {
        List<Key> taken = List.copyOf(waiting).stream().filter(waiting::remove).toList();
        try {
            taken.forEach(this::add);
        } catch (RuntimeException refused) {
            // Who looked is not forgotten because somebody else wrote the same at the same moment.
            waiting.addAll(taken);
            throw refused;
        }
    }

    private void add(Key key) {
        int known = em.createQuery("update RecordView v set v.views = v.views + 1, v.lastAt = :now"
                        + " where v.customerId = :customer and v.day = :day and v.actorKind = :actorKind"
                        + " and v.actorId = :actor and v.kind = :kind")
                .setParameter("now", clock.instant())
                .setParameter("customer", key.customerId())
                .setParameter("day", key.day())
                .setParameter("actorKind", key.actorKind())
                .setParameter("actor", key.actorId())
                .setParameter("kind", key.kind())
                .executeUpdate();
        if (known == 0) {
            RecordView first = new RecordView(key.day(), key.customerId(), key.actorKind(), key.actorId(), key.kind());
            first.begin(1, clock.instant());
            em.persist(first);
            em.flush();
        }
    }

    /** Who looked at a customer since a day, the latest first. For boundaries that have checked the caller. */
    public List<AccessRow> of(long customerId, LocalDate since) {
        flush();
        return em.createQuery(
                        "select v from RecordView v where v.customerId = :customer and v.day >= :since"
                                + " order by v.day desc, v.id desc",
                        RecordView.class)
                .setParameter("customer", customerId)
                .setParameter("since", since)
                .setMaxResults(MOST_ROWS)
                .getResultStream()
                .map(RecordView::row)
                .toList();
    }
}
