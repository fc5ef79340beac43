package org.vinculo.crm.operations.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.vinculo.crm.operations.BackupState;
import org.vinculo.crm.operations.entity.BackupRun;
import org.vinculo.crm.operations.internal.data.Backup;
import org.vinculo.crm.shared.Boundary;

/** The bookkeeping of backups, each step in a transaction of its own. */
@Stateless
@Boundary
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BackupLedger {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    /** Begins a backup; of several servers that begin the same one, the database lets one through. */
    public long begin(String occasion, String server) {
        BackupRun run = new BackupRun(occasion, server, clock.instant());
        em.persist(run);
        em.createQuery("delete from BackupRun b where b.startedAt < :limit")
                .setParameter("limit", clock.instant().minus(REMEMBERED))
                .executeUpdate();
        return run.getId();
    }

    public void done(long id, Backup.Made made) {
        em.find(BackupRun.class, id).done(made.folder().toString(), made.rows(), made.bytes(), clock.instant());
    }

    public void failed(long id, String reason) {
        em.find(BackupRun.class, id).failed(reason, clock.instant());
    }

    /** What a server that is gone did not finish. With the embedded database there is no other server. */
    public void interrupted(Instant startedBefore) {
        em.createQuery("select b from BackupRun b where b.state = :running and b.startedAt < :limit", BackupRun.class)
                .setParameter("running", BackupState.RUNNING)
                .setParameter("limit", startedBefore)
                .getResultList()
                .forEach(run -> run.failed("interrupted", clock.instant()));
    }

    public boolean isKnown(String occasion) {
        return em.createQuery("select count(b) from BackupRun b where b.occasion = :occasion", Long.class)
                        .setParameter("occasion", occasion)
                        .getSingleResult()
                > 0;
    }

    public boolean isRunning() {
        return em.createQuery("select count(b) from BackupRun b where b.state = :running", Long.class)
                        .setParameter("running", BackupState.RUNNING)
                        .getSingleResult()
                > 0;
    }
}
