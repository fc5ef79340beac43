package org.vinculo.crm.platform.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.entity.Job;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;

/**
 * The bookkeeping of jobs: claims, steps and ends, each in a transaction of its own. A runner proves at the end of each
 * step, by a conditional update, that it still holds the lease; who lost it loses the step.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobLedger {

    static final Duration LEASE = Duration.ofSeconds(30);

    private static final String STEP =
            "update Job j set j.checkpoint = :checkpoint, j.done = :done, j.total = :total, j.message = :message,";
    private static final String BY_RUNNER = " where j.id = :id and j.leaseOwner = :runner and j.state = :running";
    private static final String GOES_ON = STEP + " j.leaseUntil = :until" + BY_RUNNER;
    private static final String FINISHED =
            STEP + " j.state = :completed, j.finishedAt = :now, j.leaseOwner = null, j.leaseUntil = null" + BY_RUNNER;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<JobHandler> handlers;

    /** Ids of jobs that wait or whose runner is gone, oldest first: those in the background, or those of people who wait. */
    public List<Long> claimable(int atMost, boolean background) {
        return em.createQuery(
                        "select j.id from Job j where (j.state = :queued"
                                + " or (j.state = :running and (j.leaseUntil is null or j.leaseUntil < :now)))"
                                + (background ? " and j.name in :background" : " and j.name not in :background")
                                + " order by j.id",
                        Long.class)
                .setParameter("background", backgroundNames())
                .setParameter("queued", JobState.QUEUED)
                .setParameter("running", JobState.RUNNING)
                .setParameter("now", clock.instant())
                .setMaxResults(atMost)
                .getResultList();
    }

    /** Takes a job for a runner; false when another one was faster. */
    public boolean claim(long id, String runner) {
        Instant now = clock.instant();
        int claimed = em.createQuery(
                        "update Job j set j.state = :running, j.leaseOwner = :runner, j.leaseUntil = :until"
                                + " where j.id = :id and (j.state = :queued"
                                + " or (j.state = :running and (j.leaseUntil is null or j.leaseUntil < :now)))")
                .setParameter("running", JobState.RUNNING)
                .setParameter("queued", JobState.QUEUED)
                .setParameter("runner", runner)
                .setParameter("until", now.plus(LEASE))
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
        if (claimed == 1) {
            // On its own: inside coalesce() Derby gets the moment as a bare literal.
            em.createQuery("update Job j set j.startedAt = :now where j.id = :id and j.startedAt is null")
                    .setParameter("now", now)
                    .setParameter("id", id)
                    .executeUpdate();
        }
        return claimed == 1;
    }

    /** Lengthens the leases a runner still holds. */
    public void renew(Set<Long> ids, String runner) {
        Instant until = clock.instant().plus(LEASE);
        for (long id : ids) {
            em.createQuery("update Job j set j.leaseUntil = :until" + BY_RUNNER)
                    .setParameter("until", until)
                    .setParameter("id", id)
                    .setParameter("runner", runner)
                    .setParameter("running", JobState.RUNNING)
                    .executeUpdate();
        }
    }

    /** Embedded Derby has one process: whatever lease is left at its start belongs to a dead one. */
    public int releaseAll() {
        return em.createQuery("update Job j set j.leaseOwner = null, j.leaseUntil = null where j.state = :running")
                .setParameter("running", JobState.RUNNING)
                .executeUpdate();
    }

    public Optional<String> handlerOf(long id, String runner) {
        return Optional.ofNullable(em.find(Job.class, id))
                .filter(job -> job.getState() == JobState.RUNNING && job.isLeasedBy(runner))
                .map(Job::getName);
    }

    /**
     * Runs one step and stores its checkpoint.
     *
     * @return whether there is more to do
     * @throws ConcurrentChange when the lease was lost or the job cancelled meanwhile; nothing is written then
     */
    public boolean step(long id, String runner) {
        Job job = em.find(Job.class, id);
        if (job == null || job.getState() != JobState.RUNNING || !job.isLeasedBy(runner)) {
            return false;
        }
        JobStep result = handler(job.getName()).step(job.context());
        em.flush();
        store(id, runner, result);
        return !result.finished();
    }

    /** Ends a job that cannot go on, and tells its handler. */
    public void fail(long id, String runner, String message) {
        Job job = em.find(Job.class, id);
        if (job == null || !job.isLeasedBy(runner)) {
            return;
        }
        JobContext context = job.context();
        handler(job.getName()).ended(context, JobState.FAILED);
        em.createQuery("update Job j set j.state = :failed, j.message = :message, j.finishedAt = :now,"
                        + " j.leaseOwner = null, j.leaseUntil = null where j.id = :id and j.leaseOwner = :runner")
                .setParameter("failed", JobState.FAILED)
                .setParameter("message", message)
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .setParameter("runner", runner)
                .executeUpdate();
    }

    /** Tells the handler of a job that was cancelled while its runner was in a step. */
    public void cancelled(long id) {
        Job job = em.find(Job.class, id);
        if (job != null && job.getState() == JobState.CANCELLED) {
            handler(job.getName()).ended(job.context(), JobState.CANCELLED);
        }
    }

    private void store(long id, String runner, JobStep result) {
        // Two statements: PostgreSQL takes no null for a moment when it comes as a parameter.
        Query update = em.createQuery(result.finished() ? FINISHED : GOES_ON)
                .setParameter("checkpoint", result.checkpoint())
                .setParameter("done", result.done())
                .setParameter("total", result.total())
                .setParameter("message", result.message())
                .setParameter("id", id)
                .setParameter("runner", runner)
                .setParameter("running", JobState.RUNNING);
        Instant now = clock.instant();
        if (result.finished()) {
            update.setParameter("completed", JobState.COMPLETED).setParameter("now", now);
        } else {
            update.setParameter("until", now.plus(LEASE));
        }
        if (update.executeUpdate() == 0) {
            throw new ConcurrentChange();
        }
    }

    private Set<String> backgroundNames() {
        Set<String> names = new HashSet<>(Set.of(""));
        handlers.stream().filter(JobHandler::inBackground).map(JobHandler::name).forEach(names::add);
        return names;
    }

    private JobHandler handler(String name) {
        return handlers.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no handler for job " + name));
    }
}
