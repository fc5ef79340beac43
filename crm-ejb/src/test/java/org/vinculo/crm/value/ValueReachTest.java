package org.vinculo.crm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.LargeBase;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SortBy;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.AlikeFilter;
import org.vinculo.crm.value.internal.DecisionReason;
import org.vinculo.crm.value.internal.PhaseQuery;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.ProspectQuery;
import org.vinculo.crm.value.internal.RetentionQuery;
import org.vinculo.crm.value.internal.RfmOfDay;
import org.vinculo.crm.value.internal.Runs;
import org.vinculo.crm.value.internal.TierBook;
import org.vinculo.crm.value.internal.ValueQuery;
import org.vinculo.crm.value.portal.MyDecision;
import org.vinculo.crm.value.portal.MyDecisions;

/** Figures end where the caller's reach ends: in lists, sums, single cards and decisions. */
class ValueReachTest extends PartyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private Settings settings;
    private Runs runs;
    private ValueService values;
    private TierPolicyService tiers;
    private LifecycleService lifecycle;
    private CustomerDetails ours;
    private CustomerDetails theirs;

    @BeforeEach
    void figures() {
        settings = Settings.of(Map.of(Setting.ZONE, "UTC"));
        Policies policies = wire(new Policies());
        runs = wire(new Runs(), settings, policies, wire(new Jobs()));
        values = wire(
                new ValueService(),
                customers,
                callers,
                runs,
                policies,
                wire(new ValueQuery(), customers),
                wire(new LargeBase()),
                wire(new RfmOfDay(), callers));
        tiers = wire(
                new TierPolicyService(),
                customers,
                callers,
                policies,
                wire(new TierBook(), settings, customers, policies));
        lifecycle = wire(
                new LifecycleService(),
                settings,
                customers,
                callers,
                runs,
                wire(new LargeBase()),
                wire(new PhaseQuery()),
                wire(new RetentionQuery()));
        ValueRun run = runs.prepare(RefreshOrder.USUAL, "test");
        run.begun("BRL", TODAY, TODAY, 2, 0);
        run.empty();
        run.finish(NOW);
        em.flush();
        ours = service.create(person("Ana", "Norte"));
        callAs(south, Scope.ALL);
        theirs = service.create(person("Bruno", "Sul"));
        em.flush();
        write(run, ours, 100);
        write(run, theirs, 9000);
        callAs(north, Scope.TEAM);
    }

    private void write(ValueRun run, CustomerDetails customer, int ltv) {
        em.createNativeQuery("insert into customer_value (customer_id, run_id, as_of, computed_at, currency, model,"
                        + " first_on, last_on, recency_days, frequency, monetary, rfm, rfm_a, rfm_b, rfm_c, rfm_cell, repeats,"
                        + " last_repeat, age, mean_value, ltv, net_revenue, margin, year_margin, year_service, contribution, tier,"
                        + " tier_reason, tier_since, tier_suggested, tier_seen, tier_policy_no, phase, phase_since, phase_rule,"
                        + " idip) values (?1, ?2, ?3, ?4, 'BRL', 'AVERAGE_MARGIN', ?3, ?3, 0, 1, 10, 555, 555, 555, 555,"
                        + " 'CHAMPIONS', 0, 0, 0, 0, ?5, 10, 10, 10, 0, 10, 'MVC', 'VALUE_AMONG_THE_BEST', ?3, 'MVC', 1, 1,"
                        + " 'RETENTION', ?3, 'FIRST_PURCHASE', 7)")
                .setParameter(1, customer.ref().id())
                .setParameter(2, run.getId())
                .setParameter(3, java.sql.Date.valueOf(TODAY))
                .setParameter(4, java.sql.Timestamp.valueOf(TODAY.atStartOfDay()))
                .setParameter(5, (double) ltv)
                .executeUpdate();
    }

    @Test
    void listsAndSumsEndWhereTheReachEnds() {
        List<ValuedCustomer> listed =
                values.list(ValueList.of(Tier.MVC), PageRequest.of(0, 50)).items();

        assertThat(listed)
                .extracting(ValuedCustomer::publicId)
                .containsExactly(ours.ref().publicId());
        ValueOverview overview = values.overview().orElseThrow();
        assertThat(overview.known()).isEqualTo(1);
        assertThat(overview.ltv()).isEqualTo(100);
        assertThat(overview.tiers())
                .extracting(ValueOverview.TierShare::customers)
                .containsExactly(1L);
        assertThat(values.rfm(RfmDefinition.QUANTILES, null).customers()).isEqualTo(1);
    }

    @Test
    void whoReachesEverybodySeesEverybodyTheBestFirst() {
        callAs(north, Scope.ALL);

        List<ValuedCustomer> listed = values.list(
                        new ValueList(
                                null,
                                Phase.RETENTION,
                                null,
                                550,
                                RfmDefinition.EQUAL_GROUPS,
                                IdipStep.INTERACTED,
                                false,
                                null),
                        PageRequest.of(0, 50))
                .items();

        assertThat(listed)
                .extracting(ValuedCustomer::publicId)
                .containsExactly(theirs.ref().publicId(), ours.ref().publicId());
    }

    @Test
    void customerReadsOwnDecisionsOnly() {
        MyDecisions mine = wire(new MyDecisions(), callers, settings, wire(new DecisionReason(), runs));
        em.createNativeQuery("update customer_value set tier = 'NEW' where customer_id = ?1")
                .setParameter(1, theirs.ref().id())
                .executeUpdate();
        callAs(north, Scope.ALL);
        CustomerDetails unknown = service.create(person("Carla", "Oeste"));
        em.flush();

        callAsCustomer(ours.ref().id(), OrgRole.ADMIN);
        List<MyDecision> ofAna = mine.list();
        callAsCustomer(theirs.ref().id(), OrgRole.ADMIN);
        List<MyDecision> ofBruno = mine.list();

        assertThat(ofAna).hasSize(2);
        assertThat(ofBruno).hasSize(2);
        assertThat(ofAna.get(0)).isNotEqualTo(ofBruno.get(0));
        callAsCustomer(unknown.ref().id(), OrgRole.ADMIN);
        assertThat(mine.list()).as("nothing was computed yet").isEmpty();
        callAs(north, Scope.ALL);
        assertThatThrownBy(mine::list).as("staff is no customer").isInstanceOf(NotAllowed.class);
    }

    @Test
    void cardAndDecisionOfSomebodyOutOfReachDoNotExist() {
        String other = theirs.ref().publicId();
        TierDecision decision = new TierDecision(Tier.NEW, TODAY.plusDays(5), "because");

        assertThat(values.card(ours.ref().publicId())).isPresent();
        assertThatThrownBy(() -> values.card(other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tiers.decide(other, decision)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tiers.askReview(other, null, "right?")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> lifecycle.history(other, 5)).isInstanceOf(NotFound.class);
    }

    @Test
    void questionsAboutTiersAreSeenByWhoReachesTheCustomer() {
        callAs(south, Scope.ALL);
        tiers.askReview(theirs.ref().publicId(), Tier.MGC, "She buys for three houses");
        em.flush();

        assertThat(tiers.reviews(PageRequest.of(0, 10)).items())
                .extracting(TierReviewView::question)
                .contains("She buys for three houses");
        callAs(north, Scope.TEAM);
        assertThat(tiers.reviews(PageRequest.of(0, 10)).items())
                .extracting(TierReviewView::customer)
                .doesNotContain(theirs.ref().publicId());
    }

    @Test
    void flowsOfTheWholeBaseAreForWhoSeesTheWholeBase() {
        assertThatThrownBy(() -> lifecycle.census(null, null)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> lifecycle.retention(null)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void nobodySortsByAnythingThatIsNotOffered() {
        assertThatThrownBy(() -> values.list(
                        ValueList.ALL, new PageRequest(0, 10, new SortBy("v.ltv; drop table customer", true))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aPolicyOutOfRangeIsRefusedFieldByFieldAndAGoodOneIsTheNextVersion() {
        callAs(north, Scope.ALL);
        TierSettings present = tiers.settings();
        TierSettings wrong =
                new TierSettings(0, -1, 2, 1.5, 0.05, 0.2, 80, 0.1, 0, present.treatments(), null, null, null);

        assertThatThrownBy(() -> tiers.change(wrong))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.field())
                        .contains("newDays", "bestShareOfValue", "confirmations"));
        TierSettings next = tiers.change(
                new TierSettings(0, 60, 2, 0.4, 0.05, 0.2, 80, 0.1, 2, present.treatments(), null, null, "fewer days"));
        assertThat(next.number()).isEqualTo(present.number() + 1);
        assertThat(tiers.settings().newDays()).isEqualTo(60);
        assertThat(tiers.versions()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everyShareOfTheProfileOpensToAsManyCustomersInReach() {
        service.create(person("Carla", "Nobody"));
        em.createNativeQuery("update customer set country = 'BR' where id = ?1")
                .setParameter(1, ours.ref().id())
                .executeUpdate();
        em.createNativeQuery("update customer_value set tier = 'BZ' where customer_id = ?1")
                .setParameter(1, theirs.ref().id())
                .executeUpdate();
        AlikeFilter filter = wire(new AlikeFilter(), callers, customers);
        ProspectQuery prospects = wire(new ProspectQuery(), customers, runs, wire(new LargeBase()));

        for (Scope scope : List.of(Scope.ALL, Scope.TEAM)) {
            callAs(north, scope);
            BestProfile profile = prospects.profile().orElseThrow();
            assertThat(countListed(filter.condition("BEST")))
                    .isEqualTo(profile.best())
                    .isPositive();
            assertThat(countListed(filter.condition("ALL"))).isEqualTo(profile.customers());
            for (BestProfile.Attribute attribute : profile.attributes()) {
                for (BestProfile.Share share : attribute.values()) {
                    String of = "." + attribute.name() + "." + share.value();
                    assertThat(filter.accepts("BEST" + of)).isTrue();
                    assertThat(countListed(filter.condition("BEST" + of)))
                            .isEqualTo(Math.round(share.amongBest() * profile.best()));
                    assertThat(countListed(filter.condition("ALL" + of)))
                            .isEqualTo(Math.round(share.amongAll() * profile.customers()));
                }
            }
        }
        assertThat(List.of("", "BEST.", "WORST", "BEST.AGE.7", "ALL.COUNTRY.B'R"))
                .noneMatch(filter::accepts);
    }
}
