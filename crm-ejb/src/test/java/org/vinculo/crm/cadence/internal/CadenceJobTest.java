package org.vinculo.crm.cadence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.audit.AuditFilter;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.audit.AuditTrail;
import org.vinculo.crm.audit.AuditView;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.cadence.CadenceService;
import org.vinculo.crm.cadence.CadenceSettings;
import org.vinculo.crm.cadence.ProposalState;
import org.vinculo.crm.cadence.entity.ContactProposal;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ContactAnswer;
import org.vinculo.crm.consent.Contactability;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierTreatment;
import org.vinculo.crm.value.Tiers;

/** Who is proposed: silent for too long, allowed, and not put aside by somebody. */
class CadenceJobTest extends PartyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Settings settings = Settings.of(Map.of(Setting.ZONE, "UTC"));
    private CadenceBook book;
    private long run;
    private boolean allowed = true;

    private CadenceJob job() {
        book = wire(new CadenceBook(), settings, customers, wire(new StaffDirectory()));
        return wire(new CadenceJob(), book, settings, new EveryMonth(), new Asked());
    }

    @Test
    void silentAndAllowedIsProposedWithTheReason() {
        CustomerDetails silent = valued("Silent", "MVC", "RETENTION", 45, "DONE");
        CustomerDetails spoken = valued("Spoken", "MVC", "RETENTION", 10, "DONE");
        CustomerDetails missed = valued("Missed", "MVC", "RETENTION", 45, "DONE");
        talk(missed, 2, "NOT_REACHED");
        CustomerDetails gone = valued("Gone", "MVC", "LOST", 400, "DONE");

        assertThat(all(job())).isGreaterThanOrEqualTo(4);

        Map<Long, ContactProposal> found = found(silent, spoken, missed, gone);
        assertThat(found.keySet())
                .containsExactlyInAnyOrder(silent.ref().id(), missed.ref().id());
        ContactProposal proposal = found.get(silent.ref().id());
        assertThat(proposal.getSilentDays()).isEqualTo(45);
        assertThat(proposal.getLimitDays()).isEqualTo(30);
        assertThat(proposal.getChannel()).isEqualTo(Channel.EMAIL);
        assertThat(book.views(List.of(proposal)).get(0).reason().args()).hasSize(3);
    }

    @Test
    void aConversationThatWasDeletedBreaksNoSilence() {
        CustomerDetails silent = valued("Silent", "MVC", "RETENTION", 45, "DONE");
        talk(silent, 3, "DONE");
        all(job());
        assertThat(found(silent)).isEmpty();

        em.createNativeQuery(
                        "update interaction set deleted_at = started_at where customer_id = ?1 and started_at > ?2")
                .setParameter(1, silent.ref().id())
                .setParameter(
                        2,
                        java.sql.Timestamp.valueOf(
                                LocalDateTime.ofInstant(NOW, ZoneOffset.UTC).minusDays(4)))
                .executeUpdate();
        all(job());

        assertThat(found(silent).get(silent.ref().id()).getSilentDays()).isEqualTo(45);
    }

    @Test
    void nobodyIsProposedWhomNobodyMayContact() {
        CustomerDetails silent = valued("Silent", "MVC", "RETENTION", 45, "DONE");
        all(job());
        assertThat(found(silent)).hasSize(1);

        allowed = false;
        all(job());

        assertThat(found(silent)).isEmpty();
    }

    @Test
    void whatWasPutAsideStaysAside() {
        CustomerDetails silent = valued("Silent", "MVC", "RETENTION", 45, "DONE");
        all(job());
        ContactProposal proposal = found(silent).get(silent.ref().id());
        proposal.snooze(TODAY.plusDays(14), NOW, "north");
        em.flush();
        all(job());
        assertThat(proposal.getState()).isEqualTo(ProposalState.SNOOZED);
        proposal.dismiss(NOW, "north");
        em.flush();
        all(job());
        assertThat(proposal.getState()).isEqualTo(ProposalState.DISMISSED);
        assertThat(proposal.rests(TODAY.plusDays(90), TODAY.plusDays(1), 30, ZoneOffset.UTC))
                .isFalse();
        proposal.accept("task", NOW, "north");
        em.flush();
        all(job());
        assertThat(proposal.getState()).isEqualTo(ProposalState.ACCEPTED);
        assertThat(proposal.rests(TODAY.plusDays(30), null, 30, ZoneOffset.UTC)).isFalse();
    }

    @Test
    void trailTellsWhoDismissedAProposalAndWhoTookItUpAgain() {
        CustomerDetails silent = valued("Silent", "MVC", "RETENTION", 45, "DONE");
        all(job());
        String id = found(silent).get(silent.ref().id()).getPublicId();
        CadenceService cadence =
                wire(new CadenceService(), callers, customers, book, settings, wire(new AuditLog(), callers));
        cadence.dismiss(id);
        cadence.restore(id);
        em.flush();

        List<AuditView> kept = wire(new AuditTrail())
                .find(
                        new AuditFilter(
                                null, "contactProposal", null, silent.ref().id(), null, null),
                        null,
                        10);

        assertThat(kept).extracting(AuditView::action).containsExactly("proposal.restored", "proposal.dismissed");
        assertThat(kept.get(1).changes()).containsExactly(new FieldChange("state", "PROPOSED", "DISMISSED"));
        assertThat(kept.get(0).changes()).containsExactly(new FieldChange("state", "DISMISSED", "PROPOSED"));
    }

    @Test
    void phaseStretchesTheDaysOfTheTier() {
        CadenceSettings rules = new CadenceSettings(1, 50, 100, 100, 50, 200, 75, NOW, "test");

        assertThat(rules.limit(30, Phase.RETENTION)).isEqualTo(30);
        assertThat(rules.limit(30, Phase.AT_RISK)).isEqualTo(15);
        assertThat(rules.limit(30, Phase.LAPSED)).isEqualTo(60);
        assertThat(rules.limit(30, Phase.CLOSED)).isZero();
    }

    private long all(CadenceJob job) {
        JobStep step = job.step(new JobContext("x", "", null, 0, 0));
        while (!step.finished()) {
            em.flush();
            step = job.step(new JobContext("x", "", step.checkpoint(), step.done(), 0));
        }
        em.flush();
        return step.done();
    }

    private Map<Long, ContactProposal> found(CustomerDetails... wanted) {
        return book.of(
                java.util.Arrays.stream(wanted).map(each -> each.ref().id()).collect(Collectors.toList()));
    }

    private CustomerDetails valued(String name, String tier, String phase, int daysAgo, String outcome) {
        CustomerDetails customer = service.create(person(name, "Test"));
        em.flush();
        if (run == 0) {
            org.vinculo.crm.value.internal.Policies policies = wire(new org.vinculo.crm.value.internal.Policies());
            org.vinculo.crm.value.entity.ValueRun made = wire(
                            new org.vinculo.crm.value.internal.Runs(),
                            settings,
                            policies,
                            wire(new org.vinculo.crm.platform.Jobs()))
                    .prepare(org.vinculo.crm.value.RefreshOrder.USUAL, "test");
            made.begun("BRL", TODAY, TODAY, 2, 0);
            made.empty();
            made.finish(NOW);
            em.flush();
            run = made.getId();
        }
        em.createNativeQuery("insert into customer_value (customer_id, run_id, as_of, computed_at, currency, model,"
                        + " first_on, last_on, recency_days, frequency, monetary, rfm, rfm_a, rfm_b, rfm_c, rfm_cell,"
                        + " repeats, last_repeat, age, mean_value, ltv, net_revenue, margin, year_margin, year_service,"
                        + " contribution, tier, tier_reason, tier_since, tier_suggested, tier_seen, tier_policy_no, phase,"
                        + " phase_since, phase_rule, idip) values (?1, ?2, ?3, ?4, 'BRL', 'AVERAGE_MARGIN', ?3, ?3, 0, 1,"
                        + " 10, 555, 555, 555, 555, 'CHAMPIONS', 0, 0, 0, 0, 10, 10, 10, 10, 0, 10, ?5,"
                        + " 'VALUE_AMONG_THE_BEST', ?3, ?5, 1, 1, ?6, ?3, 'FIRST_PURCHASE', 0)")
                .setParameter(1, customer.ref().id())
                .setParameter(2, run)
                .setParameter(3, java.sql.Date.valueOf(TODAY))
                .setParameter(4, java.sql.Timestamp.valueOf(LocalDateTime.ofInstant(NOW, ZoneOffset.UTC)))
                .setParameter(5, tier)
                .setParameter(6, phase)
                .executeUpdate();
        talk(customer, daysAgo, outcome);
        return customer;
    }

    private void talk(CustomerDetails customer, int daysAgo, String outcome) {
        java.sql.Timestamp at = java.sql.Timestamp.valueOf(
                LocalDateTime.ofInstant(NOW, ZoneOffset.UTC).minusDays(daysAgo));
        em.createNativeQuery(
                        "insert into interaction (id, version, public_id, customer_id, channel, direction, purpose,"
                                + " topic, outcome, started_at, sentiment, visibility, staff_name, created_at) values"
                                + " (?5, 1, ?1, ?2, 'PHONE', 'OUT', 'RELATIONSHIP', 'x', ?3, ?4, 0, 'INTERNAL', 'n', ?4)")
                .setParameter(5, customer.ref().id() * 1000 + ++talks)
                .setParameter(1, org.vinculo.crm.shared.PublicId.next())
                .setParameter(2, customer.ref().id())
                .setParameter(3, outcome)
                .setParameter(4, at)
                .executeUpdate();
    }

    private int talks;

    /** Every tier is to be spoken to once in thirty days. */
    private static final class EveryMonth extends Tiers {
        @Override
        public Map<Tier, TierTreatment> treatments() {
            TierTreatment treatment = new TierTreatment(null, false, null, null, 30);
            return java.util.Arrays.stream(Tier.values()).collect(Collectors.toMap(tier -> tier, tier -> treatment));
        }
    }

    /** Says yes to mail, or no to everything. */
    private final class Asked extends Contactability {
        @Override
        public Map<Long, Map<Channel, ContactAnswer>> lights(Collection<Long> customerIds, String purpose) {
            Map<Long, Map<Channel, ContactAnswer>> answers = new LinkedHashMap<>();
            ContactAnswer.Verdict verdict = allowed ? ContactAnswer.Verdict.YES : ContactAnswer.Verdict.NO;
            customerIds.forEach(
                    id -> answers.put(id, Map.of(Channel.EMAIL, new ContactAnswer(verdict, null, List.of()))));
            return answers;
        }
    }
}
