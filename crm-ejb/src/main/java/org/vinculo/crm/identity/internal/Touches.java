package org.vinculo.crm.identity.internal;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Notes moments on rows without raising their version, in SQL because a query of the persistence provider would raise
 * it: people sign in and click at the same time, and that is no conflict.
 */
final class Touches {

    private Touches() {}

    static void signedIn(EntityManager em, long accountId, Instant now) {
        touch(em, "update account set last_sign_in_at = ?1 where id = ?2", now, accountId);
    }

    static void sessionSeen(EntityManager em, long sessionId, Instant now) {
        touch(em, "update login_session set last_seen_at = ?1 where id = ?2", now, sessionId);
    }

    static void tokenUsed(EntityManager em, long tokenId, Instant now) {
        touch(em, "update api_token set last_used_at = ?1 where id = ?2", now, tokenId);
    }

    static void tokenEnded(EntityManager em, long tokenId, Instant now) {
        touch(em, "update api_token set revoked_at = ?1 where id = ?2 and revoked_at is null", now, tokenId);
    }

    /** Whether the step was newer than all used before; of two that bring it at once, one is told so. */
    static boolean useTotpStep(EntityManager em, long accountId, long step) {
        return em.createNativeQuery("update account set totp_last_step = ?1 where id = ?2 and totp_last_step < ?1")
                        .setParameter(1, step)
                        .setParameter(2, accountId)
                        .executeUpdate()
                == 1;
    }

    private static void touch(EntityManager em, String statement, Instant now, long id) {
        em.createNativeQuery(statement)
                .setParameter(1, Timestamp.valueOf(LocalDateTime.ofInstant(now, ZoneOffset.UTC)))
                .setParameter(2, id)
                .executeUpdate();
    }
}
