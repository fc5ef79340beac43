package org.vinculo.crm.identity.internal;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;
import org.vinculo.crm.identity.entity.LoginSession.State;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.TicksInTransaction;

/** Ends sessions that are too old and forgets counters; how long the rest is kept is a rule of privacy. */
@Singleton
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors({KeepsTicking.class, TicksInTransaction.class})
public class Housekeeping {

    private static final Duration COUNTERS = Duration.ofDays(2);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    ThrottleLedger throttle;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "17", persistent = false)
    public void tidy() {
        Instant now = clock.instant();
        throttle.forgetBefore(now.minus(COUNTERS));
        em.createQuery("update LoginSession s set s.state = :ended, s.endedAt = :now, s.endReason = :old"
                        + " where s.state <> :ended and s.createdAt < :limit")
                .setParameter("ended", State.ENDED)
                .setParameter("now", now)
                .setParameter("old", EndReason.TOO_OLD)
                .setParameter("limit", now.minus(settings.sessionMax()))
                .executeUpdate();
    }
}
