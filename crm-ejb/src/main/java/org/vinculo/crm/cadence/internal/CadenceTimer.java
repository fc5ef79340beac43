package org.vinculo.crm.cadence.internal;

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
import org.vinculo.crm.cadence.entity.CadencePolicy;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.TicksInTransaction;

/** Orders the search for silent customers on nights on which no new figures did. */
@Singleton
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors({KeepsTicking.class, TicksInTransaction.class})
public class CadenceTimer {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CadenceBook book;

    @Inject
    Jobs jobs;

    @Schedule(hour = "4", minute = "10", persistent = false)
    public void everyNight() {
        CadencePolicy policy = book.policy();
        // servers that share the database wake up together: the first one to lock orders
        em.refresh(policy, LockModeType.PESSIMISTIC_WRITE);
        if (policy.order(book.today()) && !jobs.isOpen(CadenceJob.NAME)) {
            jobs.submit(CadenceJob.NAME, "", "nightly");
        }
    }
}
