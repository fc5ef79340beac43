package org.vinculo.crm.platform.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.platform.JobActor;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.DatabaseRefusal;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.Shutdown;

/**
 * Runs jobs: two at a time per server of those that somebody waits for, and one in the background. Looks for work every
 * few seconds and right after a submission.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(KeepsTicking.class)
public class JobEngine {

    private static final Logger LOG = Logger.getLogger(JobEngine.class.getName());
    private static final int AT_ONCE = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** How long a step waits for a database that is away or full before the job is given up. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int OVERTAKEN = 3;

    private final String runner = PublicId.next();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore background = new Semaphore(1);
    private final Set<Long> mine = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    @Resource
    ManagedExecutorService executor;

    @Inject
    JobLedger ledger;

    @Inject
    JobActor actor;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @PostConstruct
    void takeOver() {
        if (settings.get(Setting.DB_URL).startsWith("jdbc:derby")) {
            ledger.releaseAll();
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void tick() {
        // A step may take longer than its lease. As long as this server lives nobody else is to begin it again.
        ledger.renew(Set.copyOf(mine), runner);
        look();
    }

    private boolean isStopping() {
        return stopping || Shutdown.isAsked();
    }

    void look() {
        look(places, false);
        look(background, true);
    }

    private void look(Semaphore free, boolean inBackground) {
        if (isStopping() || free.availablePermits() == 0) {
            return;
        }
        for (long id : ledger.claimable(AT_ONCE, inBackground)) {
            if (!mine.contains(id) && !begin(id, free)) {
                return;
            }
        }
    }

    public void onSubmitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) Jobs.Submitted submitted) {
        executor.execute(this::look);
    }

    /** Takes one job up; false when there is no place for it. Whatever fails gives the place back. */
    private boolean begin(long id, Semaphore free) {
        if (!free.tryAcquire()) {
            return false;
        }
        boolean started = false;
        try {
            if (ledger.claim(id, runner)) {
                mine.add(id);
                executor.execute(() -> work(id, free));
                started = true;
            }
        } finally {
            if (!started) {
                mine.remove(id);
                free.release();
            }
        }
        return true;
    }

    private void work(long id, Semaphore place) {
        try {
            run(id);
        } finally {
            mine.remove(id);
            place.release();
        }
        look();
    }

    private void run(long id) {
        String name = ledger.handlerOf(id, runner).orElse("?");
        try {
            boolean more = true;
            while (more && !isStopping()) {
                more = stepWithPatience(id, name);
            }
        } catch (ConcurrentChange lost) {
            ledger.cancelled(id);
        } catch (Exception failure) {
            if (isStopping()) {
                // What it needs is going down; the job keeps its last step and goes on at the next start.
                LOG.log(Level.WARNING, "job " + name + " was interrupted by the stop", failure);
                return;
            }
            LOG.log(Level.SEVERE, "job " + name + " failed", failure);
            ledger.fail(id, runner, "platform.job.failed");
        }
    }

    /**
     * A step that the database turned down for a reason that passes is tried again, for as long as people would. So is one
     * that somebody else was faster than: the next time it finds what is there.
     */
    private boolean stepWithPatience(long id, String name) throws Exception {
        Instant giveUp = clock.instant().plus(PATIENCE);
        int overtaken = 0;
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return actor.runAs(name, () -> ledger.step(id, runner));
            } catch (RuntimeException failure) {
                boolean late = DatabaseRefusal.translate(failure) instanceof Duplicate && ++overtaken <= OVERTAKEN;
                if (isStopping() || clock.instant().isAfter(giveUp) || !late && !DatabaseRefusal.passes(failure)) {
                    throw failure;
                }
                LOG.log(Level.INFO, "job {0} tries its step again: {1}", new Object[] {name, failure.getMessage()});
                Thread.sleep(pause.toMillis());
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
