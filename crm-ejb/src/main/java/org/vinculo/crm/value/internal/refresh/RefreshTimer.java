package org.vinculo.crm.value.internal.refresh;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.purchase.PurchasesArriving;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.TicksInTransaction;
import org.vinculo.crm.value.RefreshOrder;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.Runs;

/** Orders the refresh of every night, and the figures of those who bought since. */
@Singleton
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors({KeepsTicking.class, TicksInTransaction.class})
public class RefreshTimer {

    private static final String NIGHTLY = "nightly";
    private static final String CATCH_UP = "purchases";

    private static final Duration ONE_NIGHT = Duration.ofHours(12);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Runs runs;

    @Inject
    Jobs jobs;

    @Inject
    Policies policies;

    @Inject
    StaleCustomers stale;

    @Inject
    PurchasesArriving arriving;

    @Schedule(hour = "2", minute = "40", persistent = false)
    public void everyNight() {
        // servers that share the database wake up together: the first one to lock orders
        em.lock(policies.value(), LockModeType.PESSIMISTIC_WRITE);
        if (!runs.orderedSince(clock.instant().minus(ONE_NIGHT), NIGHTLY)) {
            runs.order(RefreshOrder.USUAL, NIGHTLY);
        }
    }

    /** Looks whether purchases came in since the last figures; while very many come, only afterwards. */
    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    public void catchUp() {
        if (stale.isEmpty()
                || arriving.areArriving()
                || runs.current().isEmpty()
                || runs.open().isPresent()) {
            return;
        }
        em.lock(policies.value(), LockModeType.PESSIMISTIC_WRITE);
        if (jobs.isOpen(UpdateJob.NAME)) {
            return;
        }
        if (stale.areMany()) {
            runs.order(RefreshOrder.USUAL, CATCH_UP);
        } else {
            jobs.submit(UpdateJob.NAME, "", CATCH_UP);
        }
    }
}
