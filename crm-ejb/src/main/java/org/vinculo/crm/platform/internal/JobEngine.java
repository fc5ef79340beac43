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
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.platform.JobActor;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.DatabaseRefusal;
import org.vinculo.crm.shared.PublicId;

/** Runs jobs, two at a time per server. Looks for work every few seconds and right after a submission. */
@Startup
@Singleton
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobEngine {

    private static final Logger LOG = Logger.getLogger(JobEngine.class.getName());
    private static final int AT_ONCE = 2;
    private static final int TRIES = 5;

    private final String runner = PublicId.next();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile boolean stopping;

    @Resource
    ManagedExecutorService executor;

    @Inject
    JobLedger ledger;

    @Inject
    JobActor actor;

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
    public void look() {
        if (stopping || places.availablePermits() == 0) {
            return;
        }
        for (long id : ledger.claimable(AT_ONCE)) {
            if (!places.tryAcquire()) {
                return;
            }
            if (ledger.claim(id, runner)) {
                start(id);
            } else {
                places.release();
            }
        }
    }

    public void onSubmitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) Jobs.Submitted submitted) {
        executor.execute(this::look);
    }

    private void start(long id) {
        try {
            executor.execute(() -> {
                try {
                    run(id);
                } finally {
                    places.release();
                }
                look();
            });
        } catch (RuntimeException refused) {
            places.release();
            throw refused;
        }
    }

    private void run(long id) {
        String name = ledger.handlerOf(id, runner).orElse("?");
        try {
            boolean more = true;
            while (more && !stopping) {
                more = stepWithPatience(id, name);
            }
        } catch (ConcurrentChange lost) {
            ledger.cancelled(id);
        } catch (Exception failure) {
            LOG.log(Level.SEVERE, "job " + name + " failed", failure);
            ledger.fail(id, runner, "platform.job.failed");
        }
    }

    private boolean stepWithPatience(long id, String name) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return actor.runAs(name, () -> ledger.step(id, runner));
            } catch (RuntimeException failure) {
                if (attempt >= TRIES || !DatabaseRefusal.isLockTimeout(failure)) {
                    throw failure;
                }
                Thread.sleep(200L << attempt);
            }
        }
    }
}
