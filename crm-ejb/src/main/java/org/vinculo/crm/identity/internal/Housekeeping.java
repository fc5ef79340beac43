package org.vinculo.crm.identity.internal;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;
import org.vinculo.crm.identity.entity.LoginSession.State;
import org.vinculo.crm.platform.Settings;

/** Forgets what is no longer needed: old counters, links, sessions and sign-ins. */
@Singleton
@DependsOn("Migrator")
public class Housekeeping {

    private static final Duration COUNTERS = Duration.ofDays(2);
    private static final Duration LINKS = Duration.ofDays(30);
    private static final Duration SESSIONS = Duration.ofDays(30);
    private static final Duration SIGN_INS = Duration.ofDays(365);

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
        delete("delete from AccountToken t where t.expiresAt < :limit", now.minus(LINKS));
        delete("delete from LoginSession s where s.lastSeenAt < :limit", now.minus(SESSIONS));
        delete("delete from SignInEntry e where e.madeAt < :limit", now.minus(SIGN_INS));
    }

    private void delete(String statement, Instant limit) {
        em.createQuery(statement).setParameter("limit", limit).executeUpdate();
    }
}
