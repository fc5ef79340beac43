package org.vinculo.crm.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.platform.entity.Job;

/** Long work, for the boundaries of the rooms. Takes part in the caller's transaction. */
@ApplicationScoped
public class Jobs {

    /** A job was submitted; the engine looks for it once the transaction is through. */
    public record Submitted(String publicId) {}

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Event<Submitted> submitted;

    /**
     * Queues work; it starts after the present transaction committed.
     *
     * @param name name of the {@link JobHandler}
     * @param payload what the handler needs, at its own discretion
     * @param startedBy who asked for it, to be shown
     * @return public id of the job
     */
    public String submit(String name, String payload, String startedBy) {
        Job job = new Job(name, payload, startedBy, clock.instant());
        em.persist(job);
        em.flush();
        submitted.fire(new Submitted(job.getPublicId()));
        return job.getPublicId();
    }

    public Optional<JobView> find(String publicId) {
        return em.createQuery("select j from Job j where j.publicId = :id", Job.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .map(Job::view);
    }

    /** Whether work of a kind waits or runs. */
    public boolean isOpen(String name) {
        return em.createQuery("select count(j) from Job j where j.name = :name and j.state in :open", Long.class)
                        .setParameter("name", name)
                        .setParameter("open", List.of(JobState.QUEUED, JobState.RUNNING))
                        .getSingleResult()
                > 0;
    }

    /** How many jobs wait, run, and failed since a moment. */
    public Map<JobState, Long> counts(Instant failedSince) {
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        for (JobState state : List.of(JobState.QUEUED, JobState.RUNNING)) {
            counts.put(
                    state,
                    em.createQuery("select count(j) from Job j where j.state = :state", Long.class)
                            .setParameter("state", state)
                            .getSingleResult());
        }
        counts.put(
                JobState.FAILED,
                em.createQuery(
                                "select count(j) from Job j where j.state = :failed and j.createdAt > :since",
                                Long.class)
                        .setParameter("failed", JobState.FAILED)
                        .setParameter("since", failedSince)
                        .getSingleResult());
        return counts;
    }

    /** Ends a job after its present step; false when it is over already. */
    public boolean cancel(String publicId) {
        return em.createQuery("update Job j set j.state = :cancelled, j.finishedAt = :now, j.leaseOwner = null"
                                + " where j.publicId = :id and j.state in :open")
                        .setParameter("cancelled", JobState.CANCELLED)
                        .setParameter("now", clock.instant())
                        .setParameter("id", publicId)
                        .setParameter("open", List.of(JobState.QUEUED, JobState.RUNNING))
                        .executeUpdate()
                == 1;
    }
}
