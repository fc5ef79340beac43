package org.vinculo.crm.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.audit.AccessKind;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.audit.entity.AuditEntry;
import org.vinculo.crm.audit.entity.RecordView;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.entity.ImportFile;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.PortalDoor;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.identity.entity.AccountToken;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.identity.entity.LoginSession;
import org.vinculo.crm.identity.entity.SignInEntry;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.identity.internal.CallerProfile;
import org.vinculo.crm.identity.internal.SessionLedger;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.Forgetting;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.privacy.entity.PersonalCopy;
import org.vinculo.crm.privacy.internal.CopyDesk;
import org.vinculo.crm.privacy.internal.ErasureDesk;
import org.vinculo.crm.privacy.internal.Keeping;
import org.vinculo.crm.privacy.internal.KeepingJob;
import org.vinculo.crm.purchase.entity.Purchase;
import org.vinculo.crm.shared.RetentionRule;

/** What the nightly rules remove, and what they leave. */
class KeepingTest extends PrivacyRoomTest {

    private static final long CUSTOMER = 8_700_000_001L;
    private static final String EMAIL = "kept@example.org";

    private Keeping keeping;
    private KeepingJob job;

    @BeforeEach
    void wireRules() {
        AuditLog log = wire(new AuditLog(), caller);
        PortalDoor door = wire(new PortalDoor(), wire(new SessionLedger(), wire(new CallerProfile())));
        ErasureDesk erasures = wire(new ErasureDesk(), eraser, wire(new Jobs()), log, wire(new Forgetting(), door));
        keeping = wire(new Keeping(), map, log, erasures, wire(new Customers()));
        CopyDesk copies = wire(new CopyDesk(), copyFiles, caller);
        job = wire(new KeepingJob(), keeping, copies);
    }

    @Test
    void whatIsOlderThanItsRuleGoesAndTheRestStays() {
        looked(731);
        looked(729);
        signedIn(366);
        signedIn(364);
        em.flush();

        night();

        assertThat(looks()).isEqualTo(1);
        assertThat(signIns()).isEqualTo(1);
        night();
        assertThat(looks()).isEqualTo(1);
        assertThat(signIns()).isEqualTo(1);
    }

    /** What the page says would go is what goes. */
    @Test
    void theRehearsalCountsWhatTheNightRemoves() {
        looked(731);
        looked(900);
        looked(729);
        signedIn(366);
        signedIn(364);
        em.flush();
        long oldLooks = overdue("views");
        long oldSignIns = overdue("signIns");
        assertThat(oldLooks).isGreaterThanOrEqualTo(2);
        assertThat(oldSignIns).isGreaterThanOrEqualTo(1);
        long allLooks = all("RecordView");
        long allSignIns = all("SignInEntry");

        night();

        assertThat(allLooks - all("RecordView")).isEqualTo(oldLooks);
        assertThat(allSignIns - all("SignInEntry")).isEqualTo(oldSignIns);
        assertThat(keeping.views(true)).allSatisfy(rule -> {
            if (rule.inForce()) {
                assertThat(rule.overdue()).as(rule.code()).isZero();
            }
        });
    }

    /** What is a day older than its rule says goes, what is a day younger stays; who only counts takes nothing. */
    @Test
    void everyRuleTakesWhatIsOlderAndLeavesTheRest() throws IOException {
        night();
        List<RetentionRule> rules = keeping.rules().stream()
                .filter(rule -> !rule.code().equals(Keeping.PROSPECTS))
                .toList();
        for (RetentionRule rule : rules) {
            long before = kept(rule);
            write(rule.code(), ago(rule.usualDays() + 1));
            write(rule.code(), ago(rule.usualDays() - 1));
            em.flush();
            assertThat(kept(rule)).as(rule.code()).isEqualTo(before + 2);
        }
        Map<String, Long> counted = overdue();
        Map<String, Long> all = kept(rules);

        assertThat(counted.values()).containsOnly(1L);
        assertThat(kept(rules)).isEqualTo(all);
        night();
        night();

        assertThat(overdue().values()).containsOnly(0L);
        all.replaceAll((code, count) -> count - 1);
        assertThat(kept(rules)).isEqualTo(all);
    }

    private Map<String, Long> overdue() {
        Map<String, Long> overdue = new TreeMap<>();
        keeping.views(true).forEach(rule -> overdue.put(rule.code(), rule.overdue()));
        overdue.remove(Keeping.PROSPECTS);
        return overdue;
    }

    private Map<String, Long> kept(List<RetentionRule> rules) throws IOException {
        Map<String, Long> kept = new TreeMap<>();
        for (RetentionRule rule : rules) {
            kept.put(rule.code(), kept(rule));
        }
        return kept;
    }

    /** Who bought, was spoken with, came in or changed is not forgotten; and nobody is until somebody decides so. */
    @Test
    void prospectsNobodyHeardOfAreForgottenWhenThatIsWanted() {
        long silent = prospect();
        long bought = prospect();
        Purchase purchase = new Purchase(bought, null, "EUR", NOW, LocalDate.of(2020, 1, 1));
        purchase.correct("D-1", "EUR", NOW, LocalDate.of(2020, 1, 1));
        purchase.recorded(DataOrigin.STAFF, NOW, "test");
        em.persist(purchase);
        long spoken = prospect();
        Interaction call = new Interaction(
                spoken, Channel.PHONE, Direction.IN, org.vinculo.crm.interaction.Purpose.SERVICE, "Beans");
        call.happened(ago(700), null, null);
        call.ended(null, Sentiment.NEUTRAL);
        call.say("Hello", Visibility.INTERNAL);
        call.writtenBy(null, "test", NOW);
        em.persist(call);
        long customer = prospect();
        em.createNativeQuery("update customer set stage = 'CUSTOMER' where id = ?1")
                .setParameter(1, customer)
                .executeUpdate();
        flushAndClear();
        long overdue = overdue(Keeping.PROSPECTS);
        night();
        assertThat(erased()).as("as it comes").isEmpty();
        assertThat(overdue(Keeping.PROSPECTS)).isEqualTo(overdue);

        keeping.choose(Keeping.PROSPECTS, 730, true, "test");
        em.flush();
        night();
        night();

        assertThat(erased()).contains(silent).doesNotContain(bought, spoken, customer);
        assertThat(erased()).hasSize((int) overdue);
        assertThat(em.createQuery(
                                "select a.entityId from AuditEntry a where a.action = 'privacy.erased' and a.customerId = :id",
                                String.class)
                        .setParameter("id", silent)
                        .getResultList())
                .containsExactly(em.find(Customer.class, silent).getPublicId());
    }

    private List<Long> erased() {
        return em.createQuery("select e.customerId from Erasure e", Long.class).getResultList();
    }

    private long prospect() {
        Customer customer = new Customer(CustomerKind.PERSON, CustomerStage.PROSPECT, ago(731), "test");
        customer.namePerson("Nia", "Silva");
        customer.changed(ago(731));
        em.persist(customer);
        em.flush();
        return customer.getId();
    }

    private void write(String code, Instant at) throws IOException {
        switch (code) {
            case "views" -> looked(at);
            case "signIns" -> signedIn(at);
            case "links" ->
                em.persist(new AccountToken(Purpose.RESET, hash(), null, null, null, at.minus(Purpose.RESET.life())));
            case "sessions" -> {
                StaffUser joana = new StaffUser(
                        "joana" + System.nanoTime() + "@example.org", "Joana", Locale.ENGLISH, ZoneOffset.UTC, NOW);
                em.persist(joana);
                LoginSession session = new LoginSession(
                        joana, hash(), LoginSession.State.ACTIVE, new ClientInfo(null, null, null), at);
                session.end(LoginSession.EndReason.SIGNED_OUT, at);
                em.persist(session);
            }
            case "mails" -> {
                em.persist(new OutboxMessage(EMAIL, "Hello", "Text", "en", null, null, false, at));
                em.flush();
                em.createNativeQuery("update outbox_message set state = 'SENT' where to_address = ?1")
                        .setParameter(1, EMAIL)
                        .executeUpdate();
            }
            case "auditValues" ->
                em.persist(new AuditEntry(
                        at,
                        caller.get(),
                        new AuditEvent(
                                "customer.changed",
                                null,
                                null,
                                CUSTOMER,
                                null,
                                List.of(new FieldChange("name", "Ana", "Nia")))));
            case "copies" -> {
                PersonalCopy copy = new PersonalCopy(prospect(), true, null, "Ana", at);
                copy.expired();
                em.persist(copy);
            }
            case "importFiles" -> {
                String name = importFiles.store(new ByteArrayInputStream(new byte[] {1}));
                ImportFile file = new ImportFile(ImportKind.CUSTOMERS, "customers.csv", name, 1);
                file.uploaded(at, "test", null, null);
                file.understood("signature", "{}", 1, true);
                em.persist(file);
            }
            default -> throw new AssertionError("A rule that nobody tried out: " + code);
        }
    }

    /** Rows that a rule is about and has neither removed nor emptied, or files. */
    private long kept(RetentionRule rule) throws IOException {
        if (rule.isByRoom()) {
            try (Stream<Path> files = Files.walk(data)) {
                return files.filter(Files::isRegularFile).count();
            }
        }
        String filled = rule.emptied().keySet().stream()
                .map(column -> " where " + column + " is not null")
                .collect(Collectors.joining());
        return ((Number) em.createNativeQuery("select count(*) from " + rule.table() + filled)
                        .getSingleResult())
                .longValue();
    }

    private static String hash() {
        return Long.toHexString(System.nanoTime()).repeat(4);
    }

    private long overdue(String code) {
        return keeping.views(true).stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow()
                .overdue();
    }

    private long all(String entity) {
        return em.createQuery("select count(e) from " + entity + " e", Long.class)
                .getSingleResult();
    }

    @Test
    void aRuleThatIsNotInForceRemovesNothing() {
        signedIn(400);
        keeping.choose("signIns", 365, false, "test");
        em.flush();

        night();

        assertThat(signIns()).isEqualTo(1);
    }

    private void night() {
        String checkpoint = null;
        for (int i = 0; i < 200; i++) {
            JobStep step = job.step(new JobContext("night", "", checkpoint, 0, 0));
            em.flush();
            em.clear();
            if (step.finished()) {
                return;
            }
            checkpoint = step.checkpoint();
        }
        throw new AssertionError("The rules never come to an end");
    }

    private void looked(int daysAgo) {
        looked(ago(daysAgo));
    }

    private void looked(Instant at) {
        RecordView view = new RecordView(
                at.atZone(ZoneOffset.UTC).toLocalDate(), CUSTOMER, Caller.Kind.STAFF, 1, AccessKind.VIEW);
        view.begin(1, at);
        em.persist(view);
    }

    private void signedIn(int daysAgo) {
        signedIn(ago(daysAgo));
    }

    private void signedIn(Instant at) {
        em.persist(new SignInEntry(
                Realm.STAFF, null, EMAIL, SignInOutcome.SIGNED_IN, new ClientInfo(null, null, null), at));
    }

    private Instant ago(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private long looks() {
        return em.createQuery("select count(v) from RecordView v where v.customerId = :customer", Long.class)
                .setParameter("customer", CUSTOMER)
                .getSingleResult();
    }

    private long signIns() {
        return em.createQuery("select count(s) from SignInEntry s where s.email = :email", Long.class)
                .setParameter("email", EMAIL)
                .getSingleResult();
    }
}
