package org.vinculo.crm.exchange.internal.out;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.vinculo.crm.exchange.ExportState;
import org.vinculo.crm.exchange.entity.ExportJob;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.TicksInTransaction;

/** Files with everybody's data do not lie about: each goes when its time is over. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors({KeepsTicking.class, TicksInTransaction.class})
public class ExportCleaner {

    private static final int AT_ONCE = 200;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    ExportFiles files;

    @Schedule(hour = "*", minute = "10", persistent = false)
    public void clean() {
        em.createQuery(
                        "select e from ExportJob e where e.state = :completed and e.expiresAt < :now order by e.id",
                        ExportJob.class)
                .setParameter("completed", ExportState.COMPLETED)
                .setParameter("now", clock.instant())
                .setMaxResults(AT_ONCE)
                .getResultList()
                .forEach(job -> {
                    files.delete(job.getStoredName());
                    job.expire();
                });
    }
}
