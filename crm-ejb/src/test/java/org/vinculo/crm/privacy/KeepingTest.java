package org.vinculo.crm.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.audit.AccessKind;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.audit.entity.RecordView;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.identity.entity.SignInEntry;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.privacy.internal.CopyDesk;
import org.vinculo.crm.privacy.internal.Keeping;
import org.vinculo.crm.privacy.internal.KeepingJob;

/** What the nightly rules remove, and what they leave. */
class KeepingTest extends PrivacyRoomTest {

    private static final long CUSTOMER = 8_700_000_001L;
    private static final String EMAIL = "kept@example.org";

    private Keeping keeping;
    private KeepingJob job;

    @BeforeEach
    void wireRules() {
        keeping = wire(new Keeping(), map, wire(new AuditLog(), caller));
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
        Instant at = ago(daysAgo);
        RecordView view = new RecordView(
                at.atZone(ZoneOffset.UTC).toLocalDate(), CUSTOMER, Caller.Kind.STAFF, 1, AccessKind.VIEW);
        view.begin(1, at);
        em.persist(view);
    }

    private void signedIn(int daysAgo) {
        em.persist(new SignInEntry(
                Realm.STAFF, null, EMAIL, SignInOutcome.SIGNED_IN, new ClientInfo(null, null, null), ago(daysAgo)));
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
