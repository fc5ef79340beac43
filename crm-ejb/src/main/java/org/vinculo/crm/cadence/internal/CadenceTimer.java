package org.vinculo.crm.cadence.internal;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.vinculo.crm.cadence.entity.CadencePolicy;
import org.vinculo.crm.platform.Jobs;

/** Orders the search for silent customers every night, after the figures were made. */
@Singleton
@DependsOn("Migrator")
@TransactionAttribute(TransactionAttributeType.REQUIRED)
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
