package org.vinculo.crm.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;
import org.vinculo.crm.identity.internal.AccountDirectory;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.identity.internal.SessionLedger;
import org.vinculo.crm.identity.internal.SignInLog;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.NotFound;

/** The caller's own sessions and sign-ins. */
@Stateless
@Boundary
@RolesAllowed({Permission.Code.STAFF, Permission.Code.CUSTOMER})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SessionService {

    private static final int HISTORY = 20;

    @Inject
    AccountDirectory directory;

    @Inject
    SessionLedger sessions;

    @Inject
    SignInLog log;

    @Inject
    Journal journal;

    public List<SessionView> own(String currentId) {
        return sessions.open(directory.own().getId()).stream()
                .map(session -> new SessionView(
                        session.getPublicId(),
                        session.getCreatedAt(),
                        session.getLastSeenAt(),
                        session.getIp(),
                        session.getUserAgent(),
                        session.getPublicId().equals(currentId)))
                .toList();
    }

    /** @throws NotFound when the caller has no such session */
    public void end(String publicId) {
        Account account = directory.own();
        sessions.endOne(account.getId(), publicId, EndReason.ENDED_BY_USER);
        journal.byCaller("session.ended", account, null);
    }

    /** Signs out everywhere else; how many sessions that were. */
    public int endOthers(String currentId) {
        Account account = directory.own();
        int ended = sessions.endAll(account.getId(), currentId, EndReason.ENDED_BY_USER);
        journal.byCaller("session.endedOthers", account, Integer.toString(ended));
        return ended;
    }

    /** The latest tries to sign in to the caller's account. */
    public List<SignInView> history() {
        return log.of(directory.own().getId(), HISTORY);
    }
}
