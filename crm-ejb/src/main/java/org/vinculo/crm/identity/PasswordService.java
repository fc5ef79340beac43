package org.vinculo.crm.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;
import org.vinculo.crm.identity.internal.AccountDirectory;
import org.vinculo.crm.identity.internal.AccountNotices;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.identity.internal.Links;
import org.vinculo.crm.identity.internal.NewPasswords;
import org.vinculo.crm.identity.internal.PasswordCheck;
import org.vinculo.crm.identity.internal.RequestDesk;
import org.vinculo.crm.identity.internal.RequestLimits;
import org.vinculo.crm.identity.internal.SessionLedger;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.TooManyRequests;

/** Forgotten and changed passwords. */
@Stateless
@Boundary
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PasswordService {

    @Inject
    AccountDirectory directory;

    @Inject
    Links links;

    @Inject
    RequestDesk desk;

    @Inject
    RequestLimits limits;

    @Inject
    NewPasswords passwords;

    @Inject
    PasswordCheck check;

    @Inject
    SessionLedger sessions;

    @Inject
    AccountNotices notices;

    @Inject
    Journal journal;

    @Inject
    Clock clock;

    /**
     * Asks for a link to set a new password. Nothing in answer or timing tells whether there is such an account: it is
     * taken down alike for everybody and answered afterwards.
     *
     * @throws TooManyRequests when asked for too often
     */
    public void forgot(Realm realm, String email, ClientInfo client) {
        limits.require("forgot", realm, Normal.email(email), client);
        desk.reset(realm, email, client);
    }

    /** Whether a link to set a new password works. Does not use it up. */
    public boolean isResettable(Realm realm, String token) {
        return links.look(token, Purpose.RESET)
                .filter(link ->
                        link.getAccount().realm() == realm && link.getAccount().isActive())
                .isPresent();
    }

    /**
     * Sets a new password by a link; every session of the account ends. A second factor stays as it is.
     *
     * @throws LinkInvalid when the link does not work
     * @throws InvalidInput on field {@code password}
     */
    public void reset(Realm realm, String token, String password, ClientInfo client) {
        limits.require("reset", realm, "", client);
        if (!isResettable(realm, token)) {
            throw new LinkInvalid();
        }
        Account account =
                links.look(token, Purpose.RESET).orElseThrow(LinkInvalid::new).getAccount();
        String hash = passwords.hash("password", password, account.getEmail(), account.getDisplayName());
        if (links.use(token, Purpose.RESET).isEmpty()) {
            throw new LinkInvalid();
        }
        account.takePassword(hash, clock.instant());
        account.verifyEmail(clock.instant());
        sessions.endAll(account.getId(), null, EndReason.PASSWORD_CHANGED);
        links.revokeAll(account);
        notices.passwordChanged(account);
        journal.byOwner("password.reset", account, client, null);
    }

    /**
     * Changes the caller's own password; the other sessions end.
     *
     * @throws InvalidInput on {@code current} when that is not the present password, on {@code password} when the new
     *     one is not acceptable
     * @throws TooManyRequests after too many wrong tries
     */
    @RolesAllowed({Permission.Code.STAFF, Permission.Code.CUSTOMER})
    public void change(String current, String password, String sessionId, ClientInfo client) {
        Account account = directory.own();
        requireCurrent(account, current, client);
        String hash = passwords.hash("password", password, account.getEmail(), account.getDisplayName());
        account.takePassword(hash, clock.instant());
        sessions.endAll(account.getId(), sessionId, EndReason.PASSWORD_CHANGED);
        links.revokeAll(account);
        notices.passwordChanged(account);
        journal.byCaller("password.changed", account, null);
    }

    /**
     * Proves again that the caller is who they are, before something delicate.
     *
     * @throws InvalidInput on {@code current} when the password is wrong
     */
    @RolesAllowed({Permission.Code.STAFF, Permission.Code.CUSTOMER})
    public void prove(String current, String sessionId, ClientInfo client) {
        Account account = directory.own();
        requireCurrent(account, current, client);
        sessions.prove(account.getId(), sessionId);
    }

    private void requireCurrent(Account account, String current, ClientInfo client) {
        PasswordCheck.Answer answer = check.check(account.realm(), account.getEmail(), current, client);
        if (answer.delay().compareTo(Duration.ZERO) > 0) {
            throw new TooManyRequests(answer.delay());
        }
        if (!answer.right()) {
            throw InvalidInput.field("current", "identity.error.currentPassword");
        }
    }
}
