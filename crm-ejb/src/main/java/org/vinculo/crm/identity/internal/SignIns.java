package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.AccessChanged;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.EnrolledSignIn;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.identity.SignInResult;
import org.vinculo.crm.identity.TotpEnrolment;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.LoginSession;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;
import org.vinculo.crm.identity.entity.LoginSession.State;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.NotFound;

/** The steps of a sign-in once the password is known to be right. */
@ApplicationScoped
public class SignIns {

    private static final Duration HALF_LIFE = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    SessionLedger sessions;

    @Inject
    SecondFactor secondFactor;

    @Inject
    Throttle throttle;

    @Inject
    Journal journal;

    @Inject
    Event<AccessChanged> accessChanged;

    public SignInResult afterPassword(long accountId, ClientInfo client) {
        Account account = em.find(Account.class, accountId);
        SignInOutcome next = next(account);
        if (next != SignInOutcome.SIGNED_IN) {
            journal.signIn(account.realm(), account, account.getEmailNorm(), next, client);
            return new SignInResult(next, sessions.open(account, State.PENDING, client), Duration.ZERO);
        }
        return signedIn(account, sessions.open(account, State.ACTIVE, client), client);
    }

    private SignInOutcome next(Account account) {
        if (account.hasTotp()) {
            return SignInOutcome.CODE_NEEDED;
        }
        boolean required = account instanceof StaffUser staff
                && staff.isAdministrator()
                && settings.flag(Setting.MFA_FOR_ADMINISTRATORS);
        return required ? SignInOutcome.ENROLMENT_NEEDED : SignInOutcome.SIGNED_IN;
    }

    private SignInResult signedIn(Account account, String secret, ClientInfo client) {
        Touches.signedIn(em, account.getId(), clock.instant());
        journal.signIn(account.realm(), account, account.getEmailNorm(), SignInOutcome.SIGNED_IN, client);
        return new SignInResult(SignInOutcome.SIGNED_IN, secret, Duration.ZERO);
    }

    public SignInOutcome awaited(Realm realm, String halfSecret) {
        return half(realm, halfSecret)
                .map(session -> next(session.getAccount()))
                .orElse(SignInOutcome.REFUSED);
    }

    public SignInResult afterCode(Realm realm, String halfSecret, String code, ClientInfo client) {
        Optional<LoginSession> half = half(realm, halfSecret);
        if (half.isEmpty() || !half.get().getAccount().hasTotp()) {
            return SignInResult.refused();
        }
        Account account = half.get().getAccount();
        Duration delay = throttle.beforeCode(account.getPublicId());
        if (!delay.isZero()) {
            journal.signIn(realm, account, account.getEmailNorm(), SignInOutcome.WAIT, client);
            return SignInResult.wait(delay);
        }
        if (!secondFactor.accept(account, code)) {
            journal.signIn(realm, account, account.getEmailNorm(), SignInOutcome.REFUSED, client);
            return SignInResult.refused();
        }
        throttle.codeWasRight(account.getPublicId());
        return signedIn(account, sessions.complete(half.get()), client);
    }

    public TotpEnrolment newEnrolment(Realm realm, String halfSecret) {
        return secondFactor.propose(half(realm, halfSecret)
                .filter(session -> !session.getAccount().hasTotp())
                .orElseThrow(NotFound::new)
                .getAccount());
    }

    public EnrolledSignIn enrol(Realm realm, String halfSecret, String totpSecret, String code, ClientInfo client) {
        Optional<LoginSession> half = half(realm, halfSecret);
        if (half.isEmpty() || half.get().getAccount().hasTotp()) {
            return new EnrolledSignIn(SignInResult.refused(), List.of());
        }
        Account account = half.get().getAccount();
        List<String> codes = secondFactor.enable(account, totpSecret, code);
        if (codes.isEmpty()) {
            return new EnrolledSignIn(SignInResult.refused(), codes);
        }
        journal.byOwner("mfa.enabled", account, client, null);
        return new EnrolledSignIn(signedIn(account, sessions.complete(half.get()), client), codes);
    }

    public void end(Realm realm, String secret, ClientInfo client) {
        for (State state : List.of(State.ACTIVE, State.PENDING)) {
            sessions.find(secret, state)
                    .filter(session -> session.getRealm() == realm)
                    .ifPresent(session -> {
                        session.end(EndReason.SIGNED_OUT, clock.instant());
                        accessChanged.fire(
                                new AccessChanged(session.getAccount().getId()));
                        journal.byOwner("signin.out", session.getAccount(), client, null);
                    });
        }
    }

    private Optional<LoginSession> half(Realm realm, String halfSecret) {
        return sessions.find(halfSecret, State.PENDING)
                .filter(session -> session.getRealm() == realm)
                .filter(session -> session.getAccount().isActive())
                .filter(session -> session.getCreatedAt().plus(HALF_LIFE).isAfter(clock.instant()));
    }
}
