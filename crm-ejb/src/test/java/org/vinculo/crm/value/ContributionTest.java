package org.vinculo.crm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.interaction.ContactVolume;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchaseImport;
import org.vinculo.crm.purchase.PurchaseRows;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.purchase.PurchaseWindow;
import org.vinculo.crm.purchase.internal.PurchaseBatch;
import org.vinculo.crm.purchase.internal.PurchaseSums;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.Runs;
import org.vinculo.crm.value.internal.cost.ContactCosts;
import org.vinculo.crm.value.internal.cost.ContributionBook;
import org.vinculo.crm.value.internal.cost.PathBook;
import org.vinculo.crm.value.internal.cost.Tariffs;
import org.vinculo.crm.value.internal.refresh.CostSource;

/** What a customer brought and took, out of the tables. */
class ContributionTest extends PartyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 7);
    private static final LocalDate YEAR_BEGINS = LocalDate.of(2026, 1, 1);
    private static final LocalDate YEAR_ENDS = LocalDate.of(2026, 12, 31);

    private Bought bought;
    private ContributionService contributions;
    private ChannelCosts costs;
    private ContactCosts contacts;
    private String ana;
    private long anaId;

    @BeforeEach
    void furnish() {
        Settings settings = Settings.of(Map.of(Setting.ZONE, "UTC", Setting.CURRENCY, "BRL"));
        bought = new Bought(wire(new PurchaseImport(), wire(new PurchaseBatch()), wire(new PurchaseSums())));
        Tariffs tariffs = wire(new Tariffs());
        Policies policies = wire(new Policies());
        ContactVolume volume = wire(new ContactVolume());
        PurchaseWindow purchases = wire(new PurchaseWindow());
        contacts = wire(new ContactCosts(), settings, tariffs, volume, policies);
        ContributionBook book = wire(new ContributionBook(), settings, wire(new Runs()), purchases, contacts, tariffs);
        PathBook paths = wire(new PathBook(), policies, contacts, tariffs, purchases);
        costs = wire(new ChannelCosts(), settings, tariffs, book);
        contributions =
                wire(new ContributionService(), settings, customers, book, paths, contacts, tariffs, volume, purchases);
        ana = service.create(person("Ana", "Souza")).ref().publicId();
        anaId = customers.require(ana, Permission.CUSTOMER_VIEW).id();
    }

    @Test
    void everyStepIsTheSumOfItsRows() {
        price(YEAR_BEGINS, "6.00", "1.50");
        bought.line(anaId, "F1", DAY, "A", null, "90.00", "10.00", "40.00", false)
                .line(anaId, "F2", DAY, "B", null, "50.00", null, "20.00", false)
                .line(anaId, "R1", DAY, "B", null, "-50.00", null, "-20.00", true)
                .line(anaId, "F0", YEAR_BEGINS.minusDays(1), "A", null, "500.00", null, "1.00", false)
                .write();
        call(anaId, DAY, 10);
        call(anaId, DAY, 2);
        flushAndClear();

        ContributionView view = contributions.contribution(ana, YEAR_BEGINS, YEAR_ENDS);

        assertThat(change(view, WaterfallStep.SALES)).isEqualByComparingTo("150");
        assertThat(change(view, WaterfallStep.DISCOUNTS)).isEqualByComparingTo("-10");
        assertThat(change(view, WaterfallStep.RETURNS)).isEqualByComparingTo("-50");
        assertThat(change(view, WaterfallStep.COST_OF_GOODS)).isEqualByComparingTo("-40");
        assertThat(change(view, WaterfallStep.CHANNELS)).isEqualByComparingTo("-30");
        assertThat(view.value().amount()).isEqualByComparingTo("20");
        assertThat(view.margin().amount()).isEqualByComparingTo("50");
        assertThat(view.channels()).singleElement().satisfies(line -> {
            assertThat(line.contacts()).isEqualTo(2);
            assertThat(line.minutes()).isEqualByComparingTo("12");
        });
        assertThat(contributions
                        .contacts(ana, null, YEAR_BEGINS, YEAR_ENDS, PageRequest.of(0, 10))
                        .items())
                .extracting(row -> row.cost().amount().stripTrailingZeros().toPlainString())
                .containsExactlyInAnyOrder("21", "9");
        assertThat(contributions
                        .purchases(ana, YEAR_BEGINS, YEAR_ENDS, PurchaseRows.SALES, PageRequest.of(0, 10))
                        .total())
                .isEqualTo(2);
        assertThat(contributions
                        .purchases(ana, YEAR_BEGINS, YEAR_ENDS, PurchaseRows.RETURNS, PageRequest.of(0, 10))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void theSalesWithoutCostOpenToAsManyAsWereCounted() {
        bought.line(anaId, "F1", DAY, "A", null, "90.00", null, "40.00", false)
                .line(anaId, "F2", DAY, "B", null, "50.00", null, null, false)
                .line(anaId, "F0", YEAR_BEGINS.minusDays(1), "B", null, "50.00", null, null, false)
                .line(anaId, "R1", DAY, "B", null, "-50.00", null, null, true)
                .write();
        flushAndClear();

        ContributionView view = contributions.contribution(ana, YEAR_BEGINS, YEAR_ENDS);
        Page<PurchaseView> opened =
                contributions.purchases(ana, YEAR_BEGINS, YEAR_ENDS, PurchaseRows.WITHOUT_COST, PageRequest.of(0, 10));

        assertThat(opened.total()).isEqualTo(view.withoutCost()).isEqualTo(1);
        assertThat(opened.items()).extracting(PurchaseView::documentNumber).containsExactly("F2");
    }

    @Test
    void theContactsOfAChannelOpenToAsManyConversationsOfTheWindow() {
        call(anaId, DAY, 10);
        call(anaId, YEAR_ENDS, 2);
        talk(anaId, Channel.EMAIL, DAY, 1);
        talk(anaId, Channel.EMAIL, YEAR_BEGINS.minusDays(1), 1);
        call(entity(service.create(person("Bruno", "Lima")).ref().publicId()).getId(), DAY, 5);
        flushAndClear();

        List<ContributionView.ChannelLine> lines =
                contributions.contribution(ana, YEAR_BEGINS, YEAR_ENDS).channels();

        assertThat(lines)
                .extracting(ContributionView.ChannelLine::channel, ContributionView.ChannelLine::contacts)
                .containsExactlyInAnyOrder(tuple(Channel.PHONE, 2), tuple(Channel.EMAIL, 1));
        for (ContributionView.ChannelLine line : lines) {
            Page<PricedContact> opened =
                    contributions.contacts(ana, line.channel(), YEAR_BEGINS, YEAR_ENDS, PageRequest.of(0, 10));
            assertThat(opened.total()).isEqualTo(line.contacts());
            assertThat(opened.items())
                    .hasSize(line.contacts())
                    .allMatch(row -> row.contact().channel() == line.channel());
        }
    }

    @Test
    void aContactCostsWhatItsDaySaysAndNothingBefore() {
        price(YEAR_BEGINS, "6.00", "0.00");
        price(LocalDate.of(2026, 6, 1), "9.00", "0.00");
        call(anaId, YEAR_BEGINS.minusDays(1), 5);
        call(anaId, LocalDate.of(2026, 5, 31), 5);
        call(anaId, LocalDate.of(2026, 6, 1), 5);
        flushAndClear();

        ContributionView view = contributions.contribution(ana, YEAR_BEGINS.minusYears(1), YEAR_ENDS);

        assertThat(change(view, WaterfallStep.CHANNELS)).isEqualByComparingTo("-15");
    }

    @Test
    void theRefreshTakesOffWhatContactsOfTheYearCost() {
        price(YEAR_BEGINS.minusYears(3), "6.00", "0.00");
        call(anaId, DAY, 5);
        call(anaId, DAY.minusYears(2), 5);
        flushAndClear();

        Map<Long, CostSource.Costs> sums = contacts.of(anaId - 1, anaId, YEAR_ENDS, "BRL");

        assertThat(sums.get(anaId).lastYear()).isEqualByComparingTo("6");
        assertThat(sums.get(anaId).perMonth()).isEqualTo(0.5);
        assertThat(contacts.of(anaId - 1, anaId, YEAR_ENDS, "XXX")).isEmpty();
    }

    @Test
    void aCurrencyWithoutARateIsLeftOutAndSaid() {
        bought.line(anaId, "F1", DAY, "A", null, "90.00", null, "40.00", false).write();
        em.createNativeQuery("update purchase set currency = 'JPY' where customer_id = ?1")
                .setParameter(1, anaId)
                .executeUpdate();
        flushAndClear();

        ContributionView view = contributions.contribution(ana, YEAR_BEGINS, YEAR_ENDS);

        assertThat(view.value().amount()).isEqualByComparingTo("0");
        assertThat(view.leftOut()).singleElement().satisfies(money -> {
            assertThat(money.currency()).isEqualTo("JPY");
            assertThat(money.amount()).isEqualByComparingTo("90");
        });
    }

    @Test
    void aCustomerOutOfReachHasNoContribution() {
        PageRequest all = PageRequest.of(0, 10);
        callAs(south, Scope.OWN);

        assertThatThrownBy(() -> contributions.contribution(ana, null, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> contributions.contacts(ana, null, DAY, DAY, all))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> contributions.purchases(ana, DAY, DAY, PurchaseRows.SALES, all))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> contributions.path(ana, new PathPlan(0.4, 0, 0, 1)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> contributions.contribution(ana, DAY, DAY.minusDays(1)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void wrongCostsAreRefusedByChannel() {
        List<ChannelCost> wrong = new ArrayList<>(costs.draft().costs());
        wrong.set(1, new ChannelCost(Channel.PHONE, new BigDecimal("-1"), null, 0));

        assertThatThrownBy(() -> costs.decide(new ChannelCostList(0, "??", null, wrong, null, null), "north"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.field())
                        .containsExactly(
                                "validFrom",
                                "currency",
                                "costs[1].perContact",
                                "costs[1].perMinute",
                                "costs[1].atOnce"));
    }

    private void price(LocalDate from, String contact, String minute) {
        costs.decide(
                new ChannelCostList(
                        0,
                        "BRL",
                        from,
                        List.of(new ChannelCost(Channel.PHONE, new BigDecimal(contact), new BigDecimal(minute), 1)),
                        null,
                        null),
                "north");
        em.flush();
    }

    private void call(long customer, LocalDate day, int minutes) {
        talk(customer, Channel.PHONE, day, minutes);
    }

    private void talk(long customer, Channel channel, LocalDate day, int minutes) {
        Interaction call = new Interaction(customer, channel, Direction.IN, Purpose.SERVICE, "Question");
        Instant at = day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        call.happened(at, Duration.ofMinutes(minutes), "UTC");
        call.ended(null, Sentiment.NEUTRAL);
        call.writtenBy(null, "north", NOW);
        call.say(null, Visibility.INTERNAL);
        em.persist(call);
    }

    private static BigDecimal change(ContributionView view, WaterfallStep step) {
        return view.steps().stream()
                .filter(each -> each.step() == step)
                .findFirst()
                .orElseThrow()
                .change()
                .amount();
    }
}
