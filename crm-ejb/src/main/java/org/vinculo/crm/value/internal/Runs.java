package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.ReadOnce;
import org.vinculo.crm.value.ModelCardView;
import org.vinculo.crm.value.RefreshOrder;
import org.vinculo.crm.value.RefreshState;
import org.vinculo.crm.value.ValueSettings;
import org.vinculo.crm.value.entity.ValuePolicy;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.refresh.RefreshJob;

/** The computations of all figures: those that were made, and the order for the next one. */
@ApplicationScoped
public class Runs {

    private static final List<RefreshState> OPEN = List.of(RefreshState.WAITING, RefreshState.RUNNING);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    Policies policies;

    @Inject
    Jobs jobs;

    private final Settled<Scale> scale = new Settled<>();
    private final Settled<ModelCardView> model = new Settled<>();

    /**
     * What stands over the figures that count, without the rest of their run.
     *
     * @param bestCut lifetime value from which the best are the best, null where there was none
     */
    public record Scale(long run, String currency, Double bestCut) {}

    /** Empty before the first refresh. */
    public Optional<Scale> scale() {
        return Standing.now(em).run().map(newest -> scale.of(newest, id -> scale(em.find(ValueRun.class, id))));
    }

    /** What the figures that count were made with; empty before the first refresh. */
    public Optional<ModelCardView> model() {
        return Standing.now(em)
                .run()
                .map(newest ->
                        model.of(newest, id -> em.find(ValueRun.class, id).view()));
    }

    private static Scale scale(ValueRun run) {
        return new Scale(run.getId(), run.getCurrency(), run.getBestCut());
    }

    /** The run whose figures count: the newest one that is finished. */
    public Optional<ValueRun> current() {
        return ReadOnce.of(Runs.class, () -> em.createQuery(
                        "select r from ValueRun r where r.state = :done order by r.finishedAt desc, r.id desc",
                        ValueRun.class)
                .setParameter("done", RefreshState.DONE)
                .setMaxResults(1)
                .getResultStream()
                .findFirst());
    }

    /** The run that waits or is under way, the first of them. */
    public Optional<ValueRun> open() {
        return em.createQuery("select r from ValueRun r where r.state in :open order by r.id", ValueRun.class)
                .setParameter("open", OPEN)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Finished runs, newest first. */
    public List<ValueRun> finished(int atMost) {
        return em.createQuery(
                        "select r from ValueRun r where r.state = :done order by r.finishedAt desc, r.id desc",
                        ValueRun.class)
                .setParameter("done", RefreshState.DONE)
                .setMaxResults(atMost)
                .getResultList();
    }

    /** A finished run, however long ago. */
    public Optional<ValueRun> finished(String publicId) {
        return ReadOnce.of(List.of(Runs.class, publicId), () -> em.createQuery(
                        "select r from ValueRun r where r.publicId = :id and r.state = :done", ValueRun.class)
                .setParameter("id", publicId)
                .setParameter("done", RefreshState.DONE)
                .getResultStream()
                .findFirst());
    }

    public ValueRun byPublicId(String publicId) {
        return em.createQuery("select r from ValueRun r where r.publicId = :id", ValueRun.class)
                .setParameter("id", publicId)
                .getSingleResult();
    }

    /** Whether an earlier run has to end before this one begins. */
    public boolean hasToWait(ValueRun run) {
        return em.createQuery("select count(r) from ValueRun r where r.state in :open and r.id < :id", Long.class)
                        .setParameter("open", OPEN)
                        .setParameter("id", run.getId())
                        .getSingleResult()
                > 0;
    }

    /**
     * Orders a refresh; the same order that waits already is not given twice.
     *
     * @return public id of the job
     */
    public String order(RefreshOrder order, String by) {
        ValuePolicy policy = policies.value();
        em.lock(policy, LockModeType.PESSIMISTIC_WRITE);
        ValueSettings value = policy.settings();
        LocalDate asOf = asOf(order, value);
        Optional<ValueRun> same = em.createQuery(
                        "select r from ValueRun r where r.state = :waiting order by r.id", ValueRun.class)
                .setParameter("waiting", RefreshState.WAITING)
                .setMaxResults(20)
                .getResultStream()
                .filter(run -> run.getAsOf().equals(asOf)
                        && run.getTimeUnit() == order.timeUnit()
                        && run.getPeriods() == order.periods()
                        && run.getPolicyNumber() == value.number()
                        && run.getTierPolicyNumber()
                                == policies.tier().settings().number())
                .findFirst();
        if (same.isPresent()) {
            return same.get().getJobId();
        }
        ValueRun run = prepare(order, by);
        String job = jobs.submit(RefreshJob.NAME, run.getPublicId(), by);
        run.submitted(job, clock.instant(), by);
        return job;
    }

    /** A run that somebody drives without a job. */
    public ValueRun prepare(RefreshOrder order, String by) {
        ValueSettings value = policies.value().settings();
        String currency = value.currency() == null ? settings.get(Setting.CURRENCY) : value.currency();
        ValueRun run = new ValueRun(value, policies.tier().settings().number(), asOf(order, value), currency);
        run.expecting(order.timeUnit(), order.periods());
        run.submitted(null, clock.instant(), by);
        em.persist(run);
        return run;
    }

    /** The day of figures that are made now by these settings. */
    public LocalDate today(ValueSettings value) {
        return value.fixedAsOf() == null ? LocalDate.ofInstant(clock.instant(), settings.zone()) : value.fixedAsOf();
    }

    private LocalDate asOf(RefreshOrder order, ValueSettings value) {
        return order.asOf() == null ? today(value) : order.asOf();
    }

    /** Whether somebody ordered a refresh since a moment. */
    public boolean orderedSince(Instant since, String by) {
        return em.createQuery(
                                "select count(r) from ValueRun r where r.startedBy = :by and r.startedAt >= :since",
                                Long.class)
                        .setParameter("by", by)
                        .setParameter("since", since)
                        .getSingleResult()
                > 0;
    }
}
