package org.vinculo.crm.value.internal.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.interaction.ContactVolume;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchaseWindow;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.LargeBase;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.value.AlikeProspect;
import org.vinculo.crm.value.BestProfile;
import org.vinculo.crm.value.ContributionService;
import org.vinculo.crm.value.CustomerGap;
import org.vinculo.crm.value.DefectionReason;
import org.vinculo.crm.value.LifecycleService;
import org.vinculo.crm.value.PathChoiceView;
import org.vinculo.crm.value.PathPlan;
import org.vinculo.crm.value.PhaseEventKind;
import org.vinculo.crm.value.PhaseEventView;
import org.vinculo.crm.value.PotentialService;
import org.vinculo.crm.value.RefreshFinished;
import org.vinculo.crm.value.RefreshOrder;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.GrowthQuery;
import org.vinculo.crm.value.internal.PhaseQuery;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.ProspectQuery;
import org.vinculo.crm.value.internal.Runs;
import org.vinculo.crm.value.internal.refresh.Bulk;
import org.vinculo.crm.value.internal.refresh.StaleCustomers;

/** What people decide on the figures is remembered, and what the figures promise is told only as far as somebody sees. */
class PathChoicesTest extends PartyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final PathPlan PLAN = new PathPlan(0.5, 10, 0, 1);

    private ContributionService contributions;
    private PotentialService potentials;
    private LifecycleService lifecycle;
    private PathChoices choices;
    private ValueRun run;
    private CustomerDetails ours;
    private CustomerDetails theirs;

    @BeforeEach
    void figures() {
        Settings settings = Settings.of(Map.of(Setting.ZONE, "UTC", Setting.CURRENCY, "BRL"));
        Policies policies = wire(new Policies());
        Runs runs = wire(new Runs(), settings, policies, wire(new Jobs()));
        Tariffs tariffs = wire(new Tariffs());
        ContactCosts costs = wire(new ContactCosts(), settings, tariffs, wire(new ContactVolume()), policies);
        PathBook book = wire(new PathBook(), policies, costs, tariffs, wire(new PurchaseWindow()));
        choices = wire(new PathChoices(), settings, callers, book, costs);
        contributions = wire(new ContributionService(), settings, customers, book, choices, costs, tariffs);
        potentials = wire(
                new PotentialService(),
                wire(new GrowthQuery(), customers, runs),
                wire(new ProspectQuery(), customers, runs, wire(new LargeBase())));
        lifecycle = wire(
                new LifecycleService(),
                settings,
                customers,
                callers,
                runs,
                wire(new LargeBase()),
                wire(new PhaseQuery()),
                wire(new StaleCustomers(), wire(new Bulk())));
        run = runs.prepare(RefreshOrder.USUAL, "test");
        run.begun("BRL", TODAY, TODAY, 2, 0);
        run.empty();
        run.finish(NOW);
        em.flush();
        ours = service.create(person("Ana", "Norte"));
        callAs(south, Scope.ALL);
        theirs = service.create(person("Bruno", "Sul"));
        em.flush();
        write(ours, -100, 40);
        write(theirs, 900, 90);
        callAs(north, Scope.TEAM);
    }

    private void write(CustomerDetails customer, int ltv, int gap) {
        em.createNativeQuery(
                        "insert into customer_value (customer_id, run_id, as_of, computed_at, currency, model,"
                                + " first_on, last_on, recency_days, frequency, monetary, repeats, last_repeat, age, mean_value,"
                                + " expected_spend, ltv_gross, ltv_service, ltv, net_revenue, margin, year_margin, year_service,"
                                + " contribution, potential, gap, tier, tier_reason, tier_since, tier_suggested, tier_seen,"
                                + " tier_policy_no, phase, phase_since, phase_rule, idip) values (?1, ?2, ?3, ?4, 'BRL',"
                                + " 'AVERAGE_MARGIN', ?3, ?3, 0, 1, 10, 0, 0, 0, 0, 20, 100, 200, ?5, 100, 40, 40, 120, -80,"
                                + " 1000, ?6, 'MVC', 'VALUE_AMONG_THE_BEST', ?3, 'MVC', 1, 1, 'RETENTION', ?3, 'FIRST_PURCHASE', 7)")
                .setParameter(1, customer.ref().id())
                .setParameter(2, run.getId())
                .setParameter(3, Date.valueOf(TODAY))
                .setParameter(4, Timestamp.valueOf(TODAY.atStartOfDay()))
                .setParameter(5, (double) ltv)
                .setParameter(6, (double) gap)
                .executeUpdate();
    }

    @Test
    void aChosenPlanIsFollowedByTheFiguresThatComeAfter() {
        String ana = ours.ref().publicId();
        contributions.choose(ana, PLAN, " Agreed with Ana ");
        flushAndClear();
        assertThat(contributions.choice(ana)).hasValueSatisfying(choice -> {
            assertThat(choice.note()).isEqualTo("Agreed with Ana");
            assertThat(choice.expected()).isGreaterThan(choice.before());
            assertThat(choice.progress()).isEqualTo(PathChoiceView.Progress.OPEN);
        });

        LocalDate later = TODAY.plusDays(30);
        em.createNativeQuery("update customer_value set as_of = ?1, ltv = 100000 where customer_id = ?2")
                .setParameter(1, Date.valueOf(later))
                .setParameter(2, ours.ref().id())
                .executeUpdate();
        choices.figuresMade(new RefreshFinished("run", later));
        choices.figuresMade(new RefreshFinished("run", later));

        PathChoiceView followed = contributions.choice(ana).orElseThrow();
        assertThat(followed.checks()).singleElement().satisfies(check -> {
            assertThat(check.asOf()).isEqualTo(later);
            assertThat(check.ltv()).isEqualTo(100_000);
        });
        assertThat(followed.progress()).isEqualTo(PathChoiceView.Progress.REACHED);
    }

    @Test
    void givingUpAPlanCanBeTakenBack() {
        String ana = ours.ref().publicId();
        contributions.choose(ana, PLAN, null);
        em.flush();
        String given = contributions.giveUp(ana);
        em.flush();

        assertThat(contributions.choice(ana)).isEmpty();
        contributions.goOn(ana, given);
        em.flush();
        assertThat(contributions.choice(ana)).isPresent();
    }

    @Test
    void nobodyDecidesForACustomerOutOfReach() {
        String bruno = theirs.ref().publicId();

        assertThatThrownBy(() -> contributions.choose(bruno, PLAN, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> contributions.choice(bruno)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> lifecycle.events(bruno)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> lifecycle.record(bruno, PhaseEventKind.CLOSED, TODAY, null, null))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theLargestGapsComeFirstAndEndWhereTheReachEnds() {
        assertThat(potentials.gaps(PageRequest.of(0, 50)).items())
                .extracting(CustomerGap::publicId)
                .containsExactly(ours.ref().publicId());
        callAs(north, Scope.ALL);
        assertThat(potentials.gaps(PageRequest.of(0, 50)).items())
                .extracting(CustomerGap::publicId)
                .containsExactly(theirs.ref().publicId(), ours.ref().publicId());
    }

    @Test
    void prospectsLikeTheBestComeFirst() {
        callAs(north, Scope.ALL);
        CustomerDetails near = service.create(person("Near", "One"));
        CustomerDetails far = service.create(person("Far", "One"));
        CustomerDetails other = service.create(person("Other", "Customer"));
        em.flush();
        write(other, 5, 1);
        set(other, "INTERMEDIATE", "PT", CustomerStage.CUSTOMER);
        set(ours, "MVC", "BR", CustomerStage.CUSTOMER);
        set(theirs, "MVC", "BR", CustomerStage.CUSTOMER);
        set(near, null, "BR", CustomerStage.PROSPECT);
        set(far, null, "ZZ", CustomerStage.PROSPECT);

        BestProfile profile = potentials.profile().orElseThrow();
        List<AlikeProspect> alike = potentials.alike(PageRequest.of(0, 500)).items();

        assertThat(profile.attributes().get(0).name()).isEqualTo("COUNTRY");
        assertThat(profile.attributes().stream()
                        .mapToDouble(BestProfile.Attribute::weight)
                        .sum())
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
        double best = likeness(alike, near);
        assertThat(best).isEqualTo(1);
        assertThat(likeness(alike, far)).isLessThan(best);
    }

    private static double likeness(List<AlikeProspect> alike, CustomerDetails customer) {
        return alike.stream()
                .filter(each -> each.publicId().equals(customer.ref().publicId()))
                .findFirst()
                .orElseThrow()
                .likeness();
    }

    private void set(CustomerDetails customer, String tier, String country, CustomerStage stage) {
        em.createNativeQuery("update customer set country = ?1, stage = ?2 where id = ?3")
                .setParameter(1, country)
                .setParameter(2, stage.name())
                .setParameter(3, customer.ref().id())
                .executeUpdate();
        if (tier != null) {
            em.createNativeQuery("update customer_value set tier = ?1 where customer_id = ?2")
                    .setParameter(1, tier)
                    .setParameter(2, customer.ref().id())
                    .executeUpdate();
        }
    }

    @Test
    void whyTheyLeftIsAskedAndWhatWasRecordedCanBeTakenBack() {
        String ana = ours.ref().publicId();
        assertThatThrownBy(() -> lifecycle.record(ana, PhaseEventKind.ENDED, TODAY, null, null))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors().get(0).field()).isEqualTo("reason"));

        String event = lifecycle.record(ana, PhaseEventKind.ENDED, TODAY, DefectionReason.PRICE, "Too dear");
        em.flush();
        assertThat(lifecycle.events(ana)).extracting(PhaseEventView::reason).containsExactly(DefectionReason.PRICE);
        lifecycle.forget(ana, event);
        em.flush();
        assertThat(lifecycle.events(ana)).isEmpty();
    }
}
