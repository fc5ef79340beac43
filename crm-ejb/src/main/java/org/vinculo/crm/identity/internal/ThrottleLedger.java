package org.vinculo.crm.identity.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.identity.entity.ThrottleCounter;

/** The counters of failures in the database, each change in a transaction of its own that survives the failure. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ThrottleLedger {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    /** Counts one try on all counters, or none when one of them still has to wait; that one's wait is returned. */
    public Duration reserve(List<Throttle.Counter> counters) {
        List<ThrottleCounter> rows =
                counters.stream().map(counter -> lock(counter.bucket())).toList();
        // Only now: whoever held the rows until a moment ago left that moment in them, and would seem to block us.
        Instant now = clock.instant();
        Duration wait = rows.stream()
                .map(row -> row.waitAt(now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (!wait.isZero()) {
            return wait;
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).fail(counters.get(i).backoff()::after, now);
        }
        em.flush();
        return Duration.ZERO;
    }

    public void forget(String bucket) {
        em.createQuery("delete from ThrottleCounter c where c.bucket = :bucket")
                .setParameter("bucket", bucket)
                .executeUpdate();
    }

    public void takeBack(String bucket) {
        em.createQuery("update ThrottleCounter c set c.failures = c.failures - 1, c.blockedUntil = c.lastAt"
                        + " where c.bucket = :bucket and c.failures > 0")
                .setParameter("bucket", bucket)
                .executeUpdate();
    }

    public int forgetBefore(Instant moment) {
        return em.createQuery("delete from ThrottleCounter c where c.lastAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }

    private ThrottleCounter lock(String bucket) {
        ThrottleCounter row = em.find(ThrottleCounter.class, bucket, LockModeType.PESSIMISTIC_WRITE);
        if (row != null) {
            return row;
        }
        ThrottleCounter fresh = new ThrottleCounter(bucket, clock.instant());
        em.persist(fresh);
        em.flush();
        return fresh;
    }
}
