package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.identity.AccountMails;
import org.vinculo.crm.identity.AccountService;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.LinkInvalid;
import org.vinculo.crm.identity.PasswordService;
import org.vinculo.crm.identity.ProofNeeded;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SessionService;
import org.vinculo.crm.identity.SessionView;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.identity.SignInResult;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.identity.entity.LoginSession;
import org.vinculo.crm.identity.entity.RecoveryCode;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.TooManyRequests;

/** What somebody can do with an account, with the right password, with the wrong one and with a stolen session. */
class OwnAccountTest extends DatabaseTest {

    private static final ClientInfo CLIENT = new ClientInfo("192.0.2.7", "Browser", Locale.ENGLISH);
    private static final String PASSWORD = "clarinet sleeps two hills";
    private static final String FRESH = "oboe climbs seven towers";
    private static final String HASH = new Argon2Password(1024, 1, 1).hash(PASSWORD);

    @TempDir
    static Path files;

    private final CurrentCaller callers = new CurrentCaller();
    private final List<String> mails = new ArrayList<>();
    private PasswordService passwords;
    private AccountService accounts;
    private SessionService ownSessions;
    private SessionLedger sessions;
    private SecondFactor secondFactor;
    private SignIns signIns;
    private PasswordCheck check;
    private Links links;
    private StaffUser joana;
    private StaffUser bruno;
    private LoginSession here;
    private LoginSession elsewhere;
    private LoginSession brunos;

    @BeforeEach
    void wire() {
        Settings settings = Settings.of(Map.of(Setting.FILES_DIR, files.toString()));
        AccountMails outbox = (to, locale, template, secret, args) -> mails.add(template + " " + to);
        AccountDirectory directory = wire(new AccountDirectory(), callers);
        Throttle throttle = wire(new Throttle(), wire(new ThrottleLedger()));
        Journal journal = wire(new Journal(), callers);
        PasswordHasher hasher = new PasswordHasher();
        AccountNotices notices = wire(new AccountNotices(), settings, outbox);
        RequestLimits limits = wire(new RequestLimits(), throttle);
        links = wire(new Links(), settings);
        sessions = wire(new SessionLedger(), wire(new CallerProfile()));
        secondFactor = wire(new SecondFactor(), settings);
        check = wire(new PasswordCheck(), wire(new CredentialReader(), directory), throttle, hasher, journal);
        NewPasswords fresh = wire(new NewPasswords(), hasher, settings);
        RequestDesk desk = wire(new RequestDesk());
        passwords =
                wire(new PasswordService(), directory, links, limits, desk, fresh, check, sessions, notices, journal);
        EmailChanges emailChanges = wire(new EmailChanges(), links, directory, notices, journal);
        accounts = wire(
                new AccountService(),
                directory,
                sessions,
                secondFactor,
                emailChanges,
                notices,
                limits,
                journal,
                settings);
        ownSessions = wire(new SessionService(), directory, sessions, wire(new SignInLog()), journal);
        signIns = wire(new SignIns(), settings, sessions, secondFactor, throttle, journal);
        joana = account("joana");
        bruno = account("bruno");
        here = session(joana, LoginSession.State.ACTIVE);
        elsewhere = session(joana, LoginSession.State.ACTIVE);
        brunos = session(bruno, LoginSession.State.ACTIVE);
        callAs(joana);
    }

    @AfterEach
    void unbind() {
        callers.bind(null);
    }

    @Test
    void aStolenSessionChangesNoPasswordAndCannotGuessIt() {
        for (String guess :
                new String[] {null, "", "wrong password", PASSWORD.toUpperCase(Locale.ROOT), PASSWORD + " "}) {
            assertThatThrownBy(() -> passwords.change(guess, FRESH, here.getPublicId(), CLIENT))
                    .as("%s", guess)
                    .isInstanceOf(InvalidInput.class);
        }

        assertThatThrownBy(() -> passwords.change(PASSWORD, FRESH, here.getPublicId(), CLIENT))
                .as("the sixth try, although it is right")
                .isInstanceOf(TooManyRequests.class);
        assertThat(joana.getPasswordHash()).isEqualTo(HASH);
        assertThat(elsewhere.getState()).isEqualTo(LoginSession.State.ACTIVE);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndKillsOpenLinks() {
        LoginSession half = session(joana, LoginSession.State.PENDING);
        String open = links.issue(Purpose.RESET, joana, null, null);
        String brunosLink = links.issue(Purpose.RESET, bruno, null, null);
        em.flush();

        passwords.change(PASSWORD, FRESH, here.getPublicId(), CLIENT);
        flushAndClear();

        assertThat(state(here)).isEqualTo(LoginSession.State.ACTIVE);
        assertThat(state(elsewhere)).isEqualTo(LoginSession.State.ENDED);
        assertThat(state(half)).isEqualTo(LoginSession.State.ENDED);
        assertThat(state(brunos)).isEqualTo(LoginSession.State.ACTIVE);
        assertThat(links.look(open, Purpose.RESET)).isEmpty();
        assertThat(links.look(brunosLink, Purpose.RESET)).isPresent();
        assertThat(check.check(Realm.STAFF, joana.getEmail(), FRESH, CLIENT).right())
                .isTrue();
        assertThat(mails).containsExactly("identity.mail.passwordChanged " + joana.getEmail());
    }

    @Test
    void whatIsDelicateNeedsThePasswordAgainAfterFiveMinutes() {
        later(Duration.ofMinutes(5).plusSeconds(1));
        String session = here.getPublicId();

        List<ThrowingCallable> deeds = List.of(
                () -> accounts.changeEmail("thief@example.org", session, CLIENT),
                () -> accounts.newSecondFactor(session),
                () -> accounts.enableSecondFactor("ABCDEFGHIJKLMNOP", "000000", session),
                () -> accounts.disableSecondFactor(session),
                () -> accounts.newRecoveryCodes(session));
        for (ThrowingCallable deed : deeds) {
            assertThatThrownBy(deed).isInstanceOf(ProofNeeded.class);
        }
        assertThat(mails).isEmpty();
        assertThatThrownBy(() -> passwords.prove("wrong password", session, CLIENT))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> accounts.newRecoveryCodes(session)).isInstanceOf(ProofNeeded.class);

        passwords.prove(PASSWORD, session, CLIENT);

        assertThat(accounts.newSecondFactor(session).secret()).isNotBlank();
        assertThatThrownBy(() -> accounts.newSecondFactor(elsewhere.getPublicId()))
                .as("the proof is one of the session")
                .isInstanceOf(ProofNeeded.class);
    }

    @Test
    void nobodySeesOrEndsOrBorrowsTheSessionsOfOthers() {
        assertThat(ownSessions.own(here.getPublicId()))
                .extracting(SessionView::publicId)
                .containsExactlyInAnyOrder(here.getPublicId(), elsewhere.getPublicId());
        assertThatThrownBy(() -> ownSessions.end(brunos.getPublicId())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> accounts.newRecoveryCodes(brunos.getPublicId()))
                .as("the fresh proof of somebody else")
                .isInstanceOf(NotFound.class);

        ownSessions.end(elsewhere.getPublicId());

        assertThat(ownSessions.own(here.getPublicId())).hasSize(1);
        assertThat(state(brunos)).isEqualTo(LoginSession.State.ACTIVE);
    }

    @Test
    void everythingElseIsSignedOutAtOnce() {
        LoginSession third = session(joana, LoginSession.State.ACTIVE);

        assertThat(ownSessions.endOthers(here.getPublicId())).isEqualTo(2);

        assertThat(state(here)).isEqualTo(LoginSession.State.ACTIVE);
        assertThat(state(elsewhere)).isEqualTo(LoginSession.State.ENDED);
        assertThat(state(third)).isEqualTo(LoginSession.State.ENDED);
        assertThat(state(brunos)).isEqualTo(LoginSession.State.ACTIVE);
    }

    @Test
    void aResetLeavesTheSecondFactorWhereItIs() {
        String secret = enrol();
        String link = links.issue(Purpose.RESET, joana, null, null);
        em.flush();

        passwords.reset(Realm.STAFF, link, FRESH, CLIENT);
        em.flush();

        assertThat(joana.hasTotp()).isTrue();
        assertThat(state(here)).isEqualTo(LoginSession.State.ENDED);
        SignInResult next = signIns.afterPassword(joana.getId(), CLIENT);
        assertThat(next.outcome()).isEqualTo(SignInOutcome.CODE_NEEDED);
        assertThat(secret).isNotBlank();
    }

    @Test
    void aLinkOpensTheAccountItWasSentToAndNoOther() {
        String link = links.issue(Purpose.RESET, joana, null, null);
        em.flush();

        assertThat(passwords.isResettable(Realm.CUSTOMER, link)).isFalse();
        assertThatThrownBy(() -> passwords.reset(Realm.CUSTOMER, link, FRESH, CLIENT))
                .isInstanceOf(LinkInvalid.class);
        passwords.reset(Realm.STAFF, link, FRESH, CLIENT);

        assertThat(bruno.getPasswordHash()).isEqualTo(HASH);
        assertThat(state(brunos)).isEqualTo(LoginSession.State.ACTIVE);
        assertThatThrownBy(() -> passwords.reset(Realm.STAFF, link, PASSWORD, CLIENT))
                .isInstanceOf(LinkInvalid.class);
    }

    @Test
    void theLinkOfALockedAccountIsDead() {
        String link = links.issue(Purpose.RESET, joana, null, null);
        joana.disable();
        em.flush();

        assertThat(passwords.isResettable(Realm.STAFF, link)).isFalse();
        assertThatThrownBy(() -> passwords.reset(Realm.STAFF, link, FRESH, CLIENT))
                .isInstanceOf(LinkInvalid.class);
    }

    @Test
    void codesCannotBeGuessed() {
        enrol();
        String half = sessions.open(joana, LoginSession.State.PENDING, CLIENT);
        em.flush();
        for (int i = 0; i < 8; i++) {
            assertThat(signIns.afterCode(Realm.STAFF, half, "wrong" + i, CLIENT).outcome())
                    .isEqualTo(SignInOutcome.REFUSED);
        }

        assertThat(signIns.afterCode(Realm.STAFF, half, "wrong9", CLIENT).outcome())
                .isEqualTo(SignInOutcome.WAIT);
        assertThat(signIns.afterCode(Realm.CUSTOMER, half, "wrong9", CLIENT).outcome())
                .as("the half session of the other door")
                .isEqualTo(SignInOutcome.REFUSED);
    }

    @Test
    void whoAsksForLinksWithoutEndHasToWaitAndNobodyElse() {
        ClientInfo other = new ClientInfo("192.0.2.8", "Browser", Locale.ENGLISH);
        for (int i = 0; i < 5; i++) {
            passwords.forgot(Realm.STAFF, joana.getEmail(), CLIENT);
        }

        assertThatThrownBy(() -> passwords.forgot(Realm.STAFF, joana.getEmail().toUpperCase(Locale.ROOT), CLIENT))
                .isInstanceOf(TooManyRequests.class);
        passwords.forgot(Realm.STAFF, joana.getEmail(), other);
        passwords.forgot(Realm.STAFF, bruno.getEmail(), CLIENT);
        passwords.forgot(Realm.CUSTOMER, joana.getEmail(), CLIENT);
        for (int i = 0; i < 23; i++) {
            passwords.forgot(Realm.STAFF, "nobody" + i + "@example.org", CLIENT);
        }
        assertThatThrownBy(() -> passwords.forgot(Realm.STAFF, "nobody@example.org", CLIENT))
                .as("one address asks for many accounts")
                .isInstanceOf(TooManyRequests.class);
    }

    /** Whoever guesses shuts nobody out: the way by mail stays open. */
    @Test
    void whoIsGuessedAtStillGetsInByMail() {
        for (int i = 0; i < 6; i++) {
            check.check(Realm.STAFF, joana.getEmail(), "wrong password", CLIENT);
        }
        assertThat(check.check(Realm.STAFF, joana.getEmail(), PASSWORD, CLIENT).delay())
                .isPositive();

        passwords.forgot(Realm.STAFF, joana.getEmail(), CLIENT);
        String link = links.issue(Purpose.RESET, joana, null, null);
        em.flush();
        passwords.reset(Realm.STAFF, link, FRESH, CLIENT);

        assertThat(Argon2Password.matches(FRESH, joana.getPasswordHash())).isTrue();
    }

    /** Not every database takes a NUL; who sends one is answered like everybody who is wrong. */
    @Test
    void aNulInWhatSomebodySignsInWithIsJustWrong() {
        assertThat(check.check(Realm.STAFF, joana.getEmail().replace("@", "\0@"), PASSWORD, CLIENT))
                .isEqualTo(new PasswordCheck.Answer(Duration.ZERO, false, null));
        assertThat(check.check(Realm.STAFF, joana.getEmail(), PASSWORD + "\0", CLIENT))
                .isEqualTo(new PasswordCheck.Answer(Duration.ZERO, false, null));
        passwords.forgot(Realm.STAFF, "a\0b@example.org", CLIENT);
        em.flush();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 200, 256})
    void aLongPasswordSignsInAndItsBeginningDoesNot(int length) {
        String phrase = "Zw\u00f6lf \uD83C\uDFBB spielen, \u5341\u4E8C\u672C\u306E\u6728; ".repeat(20);
        String password = phrase.substring(0, phrase.offsetByCodePoints(0, length));
        String shorter = password.substring(0, password.offsetByCodePoints(password.length(), -1));
        passwords.change(PASSWORD, password, here.getPublicId(), CLIENT);

        assertThat(check.check(Realm.STAFF, joana.getEmail(), password, CLIENT).right())
                .isTrue();
        assertThat(check.check(Realm.STAFF, joana.getEmail(), shorter, CLIENT).right())
                .isFalse();
    }

    @Test
    void recoveryCodesAreKeptAsHashesOnly() {
        List<String> codes = accounts.newRecoveryCodes(here.getPublicId());
        em.flush();

        List<String> kept = em.createQuery(
                        "select r.codeHash from RecoveryCode r where r.account = :account", String.class)
                .setParameter("account", joana)
                .getResultList();
        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(kept);
        assertThat(kept).hasSize(10).allSatisfy(hash -> assertThat(hash).matches("[0-9a-f]{64}"));
        assertThat(em.createQuery("select r from RecoveryCode r where r.account = :account", RecoveryCode.class)
                        .setParameter("account", bruno)
                        .getResultList())
                .isEmpty();
    }

    @Test
    void aHashOfFormerCostIsRenewedAtTheNextSignIn() {
        assertThat(Argon2Password.CURRENT.isOutdated(HASH)).isTrue();
        assertThat(check.check(Realm.STAFF, joana.getEmail(), "wrong password", CLIENT)
                        .right())
                .isFalse();
        assertThat(joana.getPasswordHash()).isEqualTo(HASH);

        assertThat(check.check(Realm.STAFF, joana.getEmail(), PASSWORD, CLIENT).right())
                .isTrue();

        assertThat(Argon2Password.CURRENT.isOutdated(joana.getPasswordHash())).isFalse();
        assertThat(Argon2Password.matches(PASSWORD, joana.getPasswordHash())).isTrue();
    }

    private String enrol() {
        String secret = Totp.newSecret();
        String code = Totp.code(Base32.decode(secret), NOW.getEpochSecond() / 30, 6);
        assertThat(secondFactor.enable(joana, secret, code)).hasSize(10);
        em.flush();
        return secret;
    }

    private void later(Duration time) {
        sessions.clock = Clock.offset(clock, time);
    }

    private LoginSession.State state(LoginSession session) {
        em.flush();
        LoginSession stored = em.find(LoginSession.class, session.getId());
        em.refresh(stored);
        return stored.getState();
    }

    private StaffUser account(String name) {
        StaffUser account = new StaffUser(
                name + System.nanoTime() + "@example.org", "Colleague", Locale.ENGLISH, ZoneOffset.UTC, NOW);
        account.takePassword(HASH, NOW);
        em.persist(account);
        em.flush();
        return account;
    }

    private LoginSession session(Account account, LoginSession.State state) {
        LoginSession session = new LoginSession(account, Secrets.sha256(Secrets.newToken()), state, CLIENT, NOW);
        em.persist(session);
        em.flush();
        return session;
    }

    private void callAs(Account account) {
        callers.bind(new Caller(
                Caller.Kind.STAFF,
                account.getId(),
                "Joana",
                null,
                null,
                Map.of(),
                null,
                "192.0.2.7",
                null,
                "test",
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }
}
