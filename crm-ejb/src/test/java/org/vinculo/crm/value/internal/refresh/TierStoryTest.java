package org.vinculo.crm.value.internal.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchasesChanged;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.value.RefreshOrder;
import org.vinculo.crm.value.RetentionCurve;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierDecision;
import org.vinculo.crm.value.ValueModel;
import org.vinculo.crm.value.internal.RetentionQuery;
import org.vinculo.crm.value.internal.TierBook;

/** Tiers over time, on a small base that does not carry a model. */
class TierStoryTest extends RefreshRoomTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final RefreshOrder NOW = RefreshOrder.USUAL;

    private void base() {
        for (int i = 0; i < 20; i++) {
            buy("c" + i, TODAY.minusDays(400 - i), "" + (50 + 10 * i));
            buy("c" + i, TODAY.minusDays(40 + i), "" + (50 + 10 * i));
        }
    }

    private RefreshOrder of(LocalDate day) {
        return new RefreshOrder(day, null, 0);
    }

    @Test
    void aBaseThatCarriesNoModelNamesItsFallback() {
        base();

        var card = refresh(NOW).view();

        assertThat(card.model()).isEqualTo(ValueModel.AVERAGE_MARGIN);
        assertThat(card.fallback()).isTrue();
        assertThat(figures("c19").get("p_alive")).isNull();
        assertThat(number(figures("c19").get("ltv"))).isPositive();
        assertThat(figures("c19").get("tier")).isEqualTo(Tier.MVC.name());
        assertThat(rows("select * from tier_change where customer_id = " + customer("c19")))
                .hasSize(1);
    }

    @Test
    void whoCostsMoreThanTheyBringIsBelowZero() {
        base();
        long expensive = customer("c3");
        costs.sources.add((after, upTo, asOf, currency) -> expensive > after && expensive <= upTo
                ? Map.of(expensive, new CostSource.Costs(new BigDecimal("900"), 75))
                : Map.of());

        refresh(NOW);

        assertThat(figures("c3").get("tier")).isEqualTo(Tier.BZ.name());
        assertThat(number(figures("c3").get("ltv"))).isNegative();
        assertThat(number(figures("c3").get("contribution"))).isNegative();
    }

    @Test
    void aChangeOfTierNeedsTwoClearNightsAndIsKeptWithItsReason() {
        base();
        refresh(of(TODAY.minusDays(3)));
        assertThat(figures("c10").get("tier")).isEqualTo(Tier.INTERMEDIATE.name());
        buy("c10", TODAY.minusDays(3), "100000");
        buy("c18", TODAY.minusDays(3), "60000");
        buy("c19", TODAY.minusDays(3), "60000");

        refresh(of(TODAY.minusDays(2)));
        assertThat(figures("c10").get("tier")).isEqualTo(Tier.INTERMEDIATE.name());
        assertThat(figures("c10").get("tier_reason")).isEqualTo("KEPT_UNTIL_CONFIRMED");
        refresh(of(TODAY.minusDays(2)));
        assertThat(figures("c10").get("tier"))
                .as("the same day again is no second look")
                .isEqualTo("INTERMEDIATE");
        refresh(of(TODAY.minusDays(1)));

        assertThat(figures("c10").get("tier")).isEqualTo(Tier.MVC.name());
        assertThat(rows("select from_tier, to_tier, reason from tier_change where customer_id = " + customer("c10")
                        + " order by changed_at, id"))
                .last()
                .satisfies(change -> {
                    assertThat(change.get("from_tier")).isEqualTo("INTERMEDIATE");
                    assertThat(change.get("to_tier")).isEqualTo("MVC");
                    assertThat(change.get("reason")).isEqualTo("VALUE_AMONG_THE_BEST");
                });
    }

    @Test
    void aDecisionByHandHoldsUntilItsDayAndNoLonger() {
        base();
        refresh(of(TODAY));
        TierBook book = book();

        book.decide(customer("c1"), new TierDecision(Tier.MVC, TODAY.plusDays(2), "founding partner"), "Joana", null);
        refresh(of(TODAY.plusDays(1)));
        assertThat(figures("c1").get("tier")).isEqualTo("MVC");
        assertThat(figures("c1").get("tier_reason")).isEqualTo("DECIDED_BY_HAND");
        refresh(of(TODAY.plusDays(3)));
        refresh(of(TODAY.plusDays(4)));

        assertThat(figures("c1").get("tier")).isNotEqualTo("MVC");
        assertThat(figures("c1").get("hand_until")).isNull();
    }

    @Test
    void aDecisionByHandNeedsAReasonAndAnEnd() {
        base();
        refresh(of(TODAY));
        TierBook book = book();
        long customer = customer("c1");

        assertThatThrownBy(() ->
                        book.decide(customer, new TierDecision(Tier.MVC, TODAY.plusDays(181), "why"), "Joana", null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> book.decide(customer, new TierDecision(Tier.MVC, TODAY, " "), "Joana", null))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void newPurchasesChangeTheFiguresWithoutAWholeRefresh() {
        base();
        refresh(of(TODAY));
        double before = number(figures("c5").get("monetary"));
        buy("c5", TODAY.minusDays(1), "1000");
        stale.onPurchases(new PurchasesChanged(java.util.Set.of(customer("c5"))));
        em.flush();

        update.step(new org.vinculo.crm.platform.JobContext("job", "", null, 0, 0));

        assertThat(number(figures("c5").get("monetary"))).isEqualTo(before + 1000);
        assertThat(number(figures("c5").get("recency_days"))).isEqualTo(1);
        assertThat(rows("select * from value_stale where customer_id = " + customer("c5")))
                .isEmpty();
    }

    @Test
    void whileAFileIsImportedFiguresWaitForItsEnd() {
        base();
        refresh(of(TODAY));
        stale.onPurchases(new PurchasesChanged(java.util.Set.of(customer("c5"))));
        em.flush();

        arriving = true;
        assertThat(update.step(new org.vinculo.crm.platform.JobContext("job", "", null, 0, 0))
                        .finished())
                .isTrue();
        assertThat(rows("select * from value_stale where customer_id = " + customer("c5")))
                .isNotEmpty();
        arriving = false;
        update.step(new org.vinculo.crm.platform.JobContext("job", "", null, 0, 0));
        assertThat(rows("select * from value_stale where customer_id = " + customer("c5")))
                .isEmpty();
    }

    @Test
    void otherCurrenciesCountAtTheirRateAndAreOtherwiseLeftOutAndSaid() {
        base();
        buy(
                List.of(new org.vinculo.crm.value.PublicPurchases.Row(
                        "c7", null, TODAY.minusDays(2), new BigDecimal("500"))),
                "USD");

        var card = refresh(of(TODAY)).view();

        assertThat(card.currency()).isEqualTo("BRL");
        assertThat(card.leftOut()).isEqualTo(1);
        assertThat((String) figures("c7").get("flags")).contains("OTHER_CURRENCY");
    }

    @Test
    void silenceEndsInTheKeptHistoryOfPhases() {
        base();
        buy("gone", TODAY.minusDays(900), "40");

        refresh(of(TODAY));

        assertThat(rows("select to_phase from phase_change where customer_id = " + customer("gone")
                        + " order by place"))
                .extracting(row -> row.get("to_phase"))
                .containsExactly("RETENTION", "AT_RISK", "LAPSED");
        assertThat(figures("gone").get("phase")).isEqualTo("LAPSED");
    }

    @Test
    void relationshipsThatEndedAndThoseThatLastTellHowLongTheyLast() {
        base();
        buy("gone", TODAY.minusDays(900), "40");
        buy("new", TODAY.minusDays(10), "40");
        refresh(of(TODAY));
        LocalDate ended = ((java.sql.Date) figures("gone").get("phase_since")).toLocalDate();
        double months = ChronoUnit.DAYS.between(TODAY.minusDays(900), ended) / (365.25 / 12);
        RetentionQuery query = wire(new RetentionQuery());

        RetentionCurve alone = query.curve(TODAY, TODAY.minusDays(900).getYear());
        RetentionCurve all = query.curve(TODAY, null);

        assertThat(alone.customers()).isOne();
        assertThat(alone.medianMonths()).isCloseTo(months, within(1e-9));
        assertThat(all.customers()).isEqualTo(22);
        assertThat(all.ended()).isOne();
        assertThat(all.medianMonths()).isNull();
        RetentionCurve.Point before = all.points().get((int) months);
        RetentionCurve.Point after = all.points().get((int) months + 1);
        assertThat(before.watched()).isEqualTo(21);
        assertThat(before.kept()).isOne();
        assertThat(after.watched()).isEqualTo(20);
        assertThat(after.kept()).isCloseTo(20 / 21.0, within(1e-9));
        assertThat(after.kept()).isGreaterThan(after.lower()).isLessThan(after.upper());
    }

    private TierBook book() {
        CurrentCaller caller = new CurrentCaller();
        Customers customers = wire(new Customers(), wire(new CustomerAccess(), caller), caller);
        return wire(new TierBook(), customers, policies, Settings.of(Map.of(Setting.ZONE, "UTC")));
    }
}
