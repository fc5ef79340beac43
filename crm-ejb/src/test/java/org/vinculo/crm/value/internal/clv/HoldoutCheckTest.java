package org.vinculo.crm.value.internal.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.ModelGrade;
import org.vinculo.crm.value.ModelWarning;
import org.vinculo.crm.value.ValueModel;

class HoldoutCheckTest {

    @Test
    void theSampleIsCheckedLikeTheReference() {
        List<Cdnow.Customer> customers = Cdnow.sample();
        BgNbd model = BgNbdFit.of(Cdnow.repeats(Cdnow.summaries(customers))).model();
        HoldoutTally tally = new HoldoutTally();
        customers.forEach(each -> {
            RepeatSummary summary = each.summary();
            double expected =
                    model.expectedPurchases(summary.repeats(), summary.lastRepeat(), summary.age(), Cdnow.CHECK_WEEKS);
            tally.add(0, summary.repeats(), expected, each.holdout().purchases());
        });

        HoldoutCheck check = tally.check();

        assertThat(check.expected()).isCloseTo(1653.4087, within(0.01));
        assertThat(check.actual()).isEqualTo(1882);
        assertThat(check.byFrequency())
                .extracting(HoldoutCheck.Group::customers)
                .containsExactly(1411L, 439L, 214L, 100L, 62L, 38L, 29L, 64L);
        assertThat(check.byFrequency())
                .extracting(group -> Math.round(group.meanActual() * 10_000))
                .containsExactly(2367L, 6970L, 13925L, 15600L, 25323L, 29474L, 38621L, 63594L);
        assertThat(check.byFrequency())
                .extracting(group -> Math.round(group.meanExpected() * 10_000))
                .containsExactly(2251L, 5231L, 10441L, 15203L, 21639L, 26538L, 35040L, 61572L);
        assertThat(check.calibration()).hasSize(10);
        assertThat(check.lift()).isGreaterThan(4);
        assertThat(check.grade()).isEqualTo(ModelGrade.B);
    }

    @Test
    void everyCustomerIsGivenOutWithTheTenthThatCountsThem() {
        HoldoutTally tally = new HoldoutTally();
        for (int i = 0; i < 23; i++) {
            tally.add(100 + i, i % 4, 23 - i, i);
        }
        Map<Integer, Long> actual = new TreeMap<>();
        tally.each((customer, repeats, tenth) -> {
            assertThat(repeats).isEqualTo((int) ((customer - 100) % 4));
            actual.merge(tenth, 1L, Long::sum);
        });

        assertThat(actual.values())
                .containsExactlyElementsOf(tally.check().calibration().stream()
                        .map(HoldoutCheck.Group::customers)
                        .toList());
        List<Long> least = new ArrayList<>();
        tally.each((customer, repeats, tenth) -> {
            if (tenth == 1) {
                least.add(customer);
            }
        });
        assertThat(least).containsExactly(122L, 121L, 120L);
    }

    @Test
    void whatNobodyBoughtAfterwardsCannotBeChecked() {
        assertThat(new HoldoutTally().check().grade()).isEqualTo(ModelGrade.UNCHECKED);
    }

    @Test
    void theModelSeesTwoThirdsOfTheHistory() {
        ObservationSplit split = ObservationSplit.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 10, 28));

        assertThat(split.observedUntil()).isEqualTo(LocalDate.of(2025, 7, 20));
        assertThat(split.checkWeeks()).isCloseTo(100 / 7.0, within(1e-12));
    }

    @Test
    void aBaseOfTheSampleCarriesTheModel() {
        ModelCard card = card(Cdnow.summaries(Cdnow.sample()));

        assertThat(card.model()).isEqualTo(ValueModel.BG_NBD_GAMMA_GAMMA);
        assertThat(card.warnings()).isEmpty();
        assertThat(card.purchases().parameters())
                .extracting(ModelCard.Parameter::name)
                .containsExactly("r", "alpha", "a", "b");
        assertThat(card.grade()).isEqualTo(ModelGrade.UNCHECKED);
    }

    @Test
    void aFewCustomersDoNotCarryAModelAndTheFallbackIsNamed() {
        ModelCard card = card(Cdnow.summaries(Cdnow.sample()).subList(0, 100));

        assertThat(card.model()).isEqualTo(ValueModel.AVERAGE_MARGIN);
        assertThat(card.warnings()).contains(ModelWarning.TOO_FEW_REPEATS);
    }

    @Test
    void theFallbackIsMarginTimesMonthsTimesRetention() {
        assertThat(AverageMargin.value(12.5, 36, 0.8)).isCloseTo(360, within(1e-9));
        assertThatThrownBy(() -> AverageMargin.value(1, 1, 1.1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void serviceComesOffAfterTheModelSoThatValueCanBeNegative() {
        FutureValue future =
                new FutureValue(Cdnow.PUBLISHED, new GammaGamma(6.25, 3.74, 15.44), new Horizon(12, 0.01, 30 / 7.0));
        RepeatSummary rare = new RepeatSummary(1, 2, 38.9, 11.77);

        FutureValue.Expectation expected = future.of(rare, 10);

        assertThat(expected.gross()).isPositive();
        assertThat(expected.service()).isCloseTo(expected.alive() * 10 * 11.255077, within(1e-5));
        assertThat(expected.net()).isNegative();
    }

    private static ModelCard card(List<RepeatSummary> summaries) {
        RepeatTable repeats = Cdnow.repeats(summaries);
        ValueTable values = Cdnow.values(summaries);
        return ModelCard.of(
                Cdnow.OBSERVED,
                repeats,
                values,
                BgNbdFit.of(repeats),
                GammaGammaFit.of(values),
                ModelChoice.FEWEST_REPEATERS,
                null);
    }
}
