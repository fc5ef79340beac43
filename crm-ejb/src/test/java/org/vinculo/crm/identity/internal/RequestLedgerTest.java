package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.AccountMails;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.entity.AccountRequest;
import org.vinculo.crm.identity.entity.PortalAccount;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Settings;

class RequestLedgerTest extends DatabaseTest {

    private static final ClientInfo CLIENT = new ClientInfo("192.0.2.7", "Browser", Locale.forLanguageTag("pt-BR"));

    private final List<String> mails = new ArrayList<>();
    private RequestDesk desk;
    private RequestLedger ledger;
    private String known;

    @BeforeEach
    void wire() {
        em.createQuery("delete from AccountRequest r").executeUpdate();
        Settings settings = Settings.of(Map.of());
        AccountMails outbox =
                (to, locale, template, secret, args) -> mails.add(to + " " + template + " " + locale.toLanguageTag());
        CurrentCaller callers = new CurrentCaller();
        Journal journal = wire(new Journal(), callers, silent());
        AnonymousRequests answers = wire(
                new AnonymousRequests(),
                wire(new AccountDirectory(), callers),
                wire(new Links(), settings),
                wire(new AccountNotices(), outbox, settings),
                journal,
                settings);
        desk = wire(new RequestDesk(), silent());
        ledger = wire(new RequestLedger(), answers);
        known = "ana" + System.nanoTime() + "@example.org";
        PortalAccount account = new PortalAccount(known, "Ana", Locale.forLanguageTag("es"), ZoneOffset.UTC, NOW);
        account.takePassword("$argon2id$x", NOW);
        account.verifyEmail(NOW);
        em.persist(account);
        flushAndClear();
    }

    @Test
    void whatWasAskedForWaitsInTheDatabaseWhetherSomebodyIsKnownOrNot() {
        desk.reset(Realm.CUSTOMER, known, CLIENT);
        desk.reset(Realm.CUSTOMER, "nobody@example.org", CLIENT);
        desk.register("Bruno", "bruno@example.org", CLIENT);
        desk.reset(Realm.STAFF, null, CLIENT);
        desk.reset(Realm.STAFF, "x".repeat(5000), CLIENT);
        flushAndClear();

        assertThat(mails).isEmpty();
        assertThat(ledger.due(10)).hasSize(5);
    }

    @Test
    void itIsAnsweredOnceAndForgotten() {
        desk.reset(Realm.CUSTOMER, known.toUpperCase(Locale.ROOT), CLIENT);
        desk.reset(Realm.CUSTOMER, "nobody@example.org", CLIENT);
        flushAndClear();

        List<Long> due = ledger.due(10);
        due.forEach(ledger::answer);
        due.forEach(ledger::answer);
        flushAndClear();

        assertThat(mails).containsExactly(known + " identity.mail.reset es");
        assertThat(ledger.due(10)).isEmpty();
    }

    @Test
    void registrationSpeaksTheLanguageOfTheBrowser() {
        String fresh = "new" + System.nanoTime() + "@example.org";
        desk.register("Bruno", fresh, CLIENT);
        desk.register("Ana", known, CLIENT);
        flushAndClear();

        ledger.due(10).forEach(ledger::answer);

        assertThat(mails)
                .containsExactly(
                        fresh + " identity.mail.registration pt-BR", known + " identity.mail.alreadyRegistered es");
    }

    /** The link proves the address that is compared, so the mail must reach that one and no look-alike of it. */
    @Test
    void theMailGoesToTheAddressThatIsCompared() {
        String composed = "jo\u00e3o" + System.nanoTime() + "@example.org";
        desk.register("Jo\u00e3o", composed.replace("\u00e3", "a\u0303"), CLIENT);
        desk.register("Maria", "mar\u1d62a@example.org", CLIENT);
        flushAndClear();

        ledger.due(10).forEach(ledger::answer);
        flushAndClear();

        assertThat(mails).containsExactly(composed + " identity.mail.registration pt-BR");
        assertThat(em.createQuery("select a.email from PortalAccount a where a.emailNorm = :norm", String.class)
                        .setParameter("norm", composed)
                        .getResultList())
                .containsExactly(composed);
    }

    @Test
    void whatFailsIsTriedAgainLaterAndNotForEver() {
        desk.reset(Realm.CUSTOMER, known, CLIENT);
        flushAndClear();
        long id = ledger.due(10).get(0);

        ledger.failed(id);
        flushAndClear();
        assertThat(ledger.due(10)).isEmpty();
        assertThat(em.find(AccountRequest.class, id).getFailures()).isEqualTo(1);

        for (int i = 0; i < 4; i++) {
            ledger.failed(id);
            flushAndClear();
        }
        assertThat(em.find(AccountRequest.class, id)).isNull();
    }

    @Test
    void nobodyIsWrittenToAboutWhatTheyAskedForDaysAgo() {
        desk.reset(Realm.CUSTOMER, known, CLIENT);
        flushAndClear();
        RequestLedger later = wire(ledger);
        setClock(later, Clock.offset(clock, Duration.ofHours(25)));

        later.due(10).forEach(later::answer);

        assertThat(mails).isEmpty();
        assertThat(later.due(10)).isEmpty();
    }

    private static void setClock(RequestLedger ledger, Clock clock) {
        ledger.clock = clock;
    }

    @SuppressWarnings("unchecked")
    private static <T> Event<T> silent() {
        return (Event<T>) Proxy.newProxyInstance(
                RequestLedgerTest.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, args) -> null);
    }
}
