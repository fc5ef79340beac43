package org.vinculo.crm.identity.internal;

import java.time.Instant;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SignedIn;

/**
 * What the database says about a session.
 *
 * @param mayEnter whether session and account are active and the account has something to see
 */
public record SessionSnapshot(
        long id,
        long accountId,
        Realm realm,
        boolean mayEnter,
        Instant createdAt,
        Instant lastSeenAt,
        SignedIn signedIn) {}
