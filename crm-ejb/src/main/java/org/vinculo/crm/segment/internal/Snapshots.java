package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.segment.entity.SegmentSnapshot;
import org.vinculo.crm.shared.SqlText;

/** Writes and removes the members of snapshots, a piece at a time, in the database itself. */
@ApplicationScoped
public class Snapshots {

    /** Members written or removed by one statement. */
    static final int PIECE = 5000;

    /** So long a snapshot that was given up can be taken again. */
    private static final Duration KEPT = Duration.ofDays(1);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    SegmentSql sql;

    /** The next members in order of their ids; the snapshot is complete when there were fewer than a piece. */
    void writeNext(SegmentSnapshot snapshot, SegmentRule rule) {
        SqlText text = SqlText.empty()
                .sqlPart("insert into segment_member (snapshot_id, customer_id) select cast(")
                .value(snapshot.getId())
                .sqlPart(" as bigint), c.id from customer c where c.deleted_at is null and c.id > ")
                .value(snapshot.getLastCustomerId())
                .sqlPart(" and ")
                .add(sql.of(rule))
                .add(snapshot.scope().andReached())
                .sqlPart(" order by c.id fetch first " + PIECE + " rows only");
        int written = text.fill(em.createNativeQuery(text.sql())).executeUpdate();
        long last = written == 0
                ? snapshot.getLastCustomerId()
                : ((Number) em.createNativeQuery("select max(customer_id) from segment_member where snapshot_id = ?1")
                                .setParameter(1, snapshot.getId())
                                .getSingleResult())
                        .longValue();
        snapshot.wrote(written, last, written < PIECE);
    }

    Optional<SegmentSnapshot> byPublicId(String publicId) {
        return em.createQuery("select s from SegmentSnapshot s where s.publicId = :id", SegmentSnapshot.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    /** The oldest snapshot that was given up long enough ago. */
    Optional<SegmentSnapshot> forgotten() {
        Instant before = clock.instant().minus(KEPT);
        return em.createQuery(
                        "select s from SegmentSnapshot s where s.droppedAt < :before order by s.droppedAt, s.id",
                        SegmentSnapshot.class)
                .setParameter("before", before)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Removes a piece of it, and the snapshot itself with the last one. */
    void removeNext(SegmentSnapshot snapshot) {
        List<?> end = em.createNativeQuery("select customer_id from segment_member where snapshot_id = ?1"
                        + " order by customer_id offset " + PIECE + " rows fetch next 1 rows only")
                .setParameter(1, snapshot.getId())
                .getResultList();
        long upTo = end.isEmpty() ? Long.MAX_VALUE : ((Number) end.get(0)).longValue();
        em.createNativeQuery("delete from segment_member where snapshot_id = ?1 and customer_id <= ?2")
                .setParameter(1, snapshot.getId())
                .setParameter(2, upTo)
                .executeUpdate();
        if (end.isEmpty()) {
            em.remove(snapshot);
        }
    }
}
