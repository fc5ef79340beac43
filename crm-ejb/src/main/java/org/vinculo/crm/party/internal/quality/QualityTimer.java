package org.vinculo.crm.party.internal.quality;

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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.TicksInTransaction;

/** Moves on the moment before which data count as out of date. */
@Singleton
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors({KeepsTicking.class, TicksInTransaction.class})
public class QualityTimer {

    private static final Duration FRESH_FOR = Duration.ofDays(365);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "7", persistent = false)
    public void moveOn() {
        em.createNativeQuery("update quality_horizon set stale_before = ?1")
                .setParameter(1, LocalDateTime.ofInstant(clock.instant().minus(FRESH_FOR), ZoneOffset.UTC))
                .executeUpdate();
    }
}
