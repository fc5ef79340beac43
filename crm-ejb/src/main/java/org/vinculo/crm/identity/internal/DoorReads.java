package org.vinculo.crm.identity.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.vinculo.crm.identity.SignedIn;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;

/**
 * What the mechanisms at the doors need from the database. An enterprise bean, because they run in a web module, where
 * the persistence unit of this module cannot be seen.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DoorReads {

    @Inject
    SessionLedger sessions;

    @Inject
    TokenLedger tokens;

    public Optional<SessionSnapshot> session(String secretHash) {
        return sessions.read(secretHash);
    }

    public void endSession(long id, EndReason reason) {
        sessions.end(id, reason);
    }

    public void sessionSeen(long id, Instant now) {
        sessions.seen(id, now);
    }

    public Optional<SignedIn> token(String tokenHash) {
        return tokens.use(tokenHash);
    }
}
