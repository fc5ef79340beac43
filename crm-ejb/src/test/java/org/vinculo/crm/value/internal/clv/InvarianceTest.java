package org.vinculo.crm.value.internal.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.value.internal.numeric.FitState;
import org.vinculo.crm.value.internal.numeric.Maximum;

/** What no change of unit, order or notation may change. */
class InvarianceTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.19, 1, 5.43, 7.7, 158.2, 400})
    void anotherCurrencyChangesOnlyTheScaleOfTheValues(double factor) {
        List<RepeatSummary> sample = Cdnow.summaries(Cdnow.sample());
        List<RepeatSummary> exchanged = sample.stream()
                .map(each ->
                        new RepeatSummary(each.repeats(), each.lastRepeat(), each.age(), each.meanValue() * factor))
                .toList();

        Maximum before = GammaGammaFit.of(Cdnow.values(sample)).fit();
        Maximum after = GammaGammaFit.of(Cdnow.values(exchanged)).fit();

        assertThat(after.parameter(0)).isCloseTo(before.parameter(0), withinPercentage(0.001));
        assertThat(after.parameter(1)).isCloseTo(before.parameter(1), withinPercentage(0.001));
        assertThat(after.parameter(2)).isCloseTo(before.parameter(2) * factor, withinPercentage(0.001));
        assertThat(after.logLikelihood()).isCloseTo(before.logLikelihood() - 946 * Math.log(factor), within(1e-6));
    }

    @Property(tries = 8, seed = "20261123")
    void noRateOfExchangeIsSpecial(@ForAll @DoubleRange(min = 0.01, max = 500) double factor) {
        anotherCurrencyChangesOnlyTheScaleOfTheValues(factor);
    }

    @Test
    void daysInsteadOfWeeksChangeOnlyTheScaleOfTime() {
        List<RepeatSummary> weeks = Cdnow.summaries(Cdnow.sample());
        List<RepeatSummary> days = weeks.stream()
                .map(each -> new RepeatSummary(each.repeats(), each.lastRepeat() * 7, each.age() * 7, each.meanValue()))
                .toList();

        Maximum before = BgNbdFit.of(Cdnow.repeats(weeks)).fit();
        Maximum after = BgNbdFit.of(Cdnow.repeats(days)).fit();

        assertThat(after.parameter(0)).isCloseTo(before.parameter(0), withinPercentage(0.001));
        assertThat(after.parameter(1)).isCloseTo(before.parameter(1) * 7, withinPercentage(0.001));
        assertThat(after.parameter(2)).isCloseTo(before.parameter(2), withinPercentage(0.001));
        assertThat(after.parameter(3)).isCloseTo(before.parameter(3), withinPercentage(0.001));
        assertThat(after.logLikelihood()).isCloseTo(before.logLikelihood() - 2457 * Math.log(7), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500, 2000, -3})
    void theOrderOfTheCustomersChangesNothing(int turn) {
        List<RepeatSummary> sample = Cdnow.summaries(Cdnow.sample());
        List<RepeatSummary> turned = new ArrayList<>(sample);
        Collections.rotate(turned, turn);

        assertThat(BgNbdFit.of(Cdnow.repeats(turned)).fit().logLikelihood())
                .isCloseTo(BgNbdFit.of(Cdnow.repeats(sample)).fit().logLikelihood(), within(1e-8));
    }

    @Property(tries = 300)
    void aPurchaseInTwoPartsOfTheSameDayIsOnePurchase(
            @ForAll("purchases") List<Bought> purchases, @ForAll @IntRange(max = 50) int which) {
        List<Bought> split = new ArrayList<>(purchases);
        Bought whole = split.get(which % split.size());
        BigDecimal part = whole.value().multiply(new BigDecimal("0.3"));
        split.set(which % split.size(), new Bought(whole.day(), part));
        split.add(which % split.size(), new Bought(whole.day(), whole.value().subtract(part)));

        RepeatSummary one = summary(purchases);
        RepeatSummary other = summary(split);

        assertThat(other.meanValue()).isCloseTo(one.meanValue(), within(1e-9));
        assertThat(new RepeatSummary(other.repeats(), other.lastRepeat(), other.age(), one.meanValue()))
                .isEqualTo(one);
    }

    @Property(tries = 60)
    void noBaseIsTooStrangeForAFit(@ForAll("bases") List<RepeatSummary> base) {
        Fitted<BgNbd> purchases = BgNbdFit.of(Cdnow.repeats(base));
        Fitted<GammaGamma> values = GammaGammaFit.of(Cdnow.values(base));

        assertThat(purchases.fit().state()).isNotNull();
        if (purchases.isUsable()) {
            assertThat(purchases.model().expectedPurchases(3, 10, 20, 52)).isFinite();
        }
        if (values.isUsable() && values.model().q() > 1) {
            assertThat(values.model().expectedValue(3, 10)).isFinite();
        }
    }

    @Test
    void anEmptyBaseHasNoMaximumButAnAnswer() {
        assertThat(BgNbdFit.of(new RepeatTable()).isUsable()).isFalse();
        assertThat(GammaGammaFit.of(new ValueTable()).isUsable()).isFalse();
    }

    @Test
    void aBaseInWhichNobodyEverLeavesIsFlagged() {
        RepeatTable table = new RepeatTable();
        for (int i = 0; i < 300; i++) {
            int repeats = 5 + i % 11;
            table.add(new RepeatSummary(repeats, 52 - 52.0 / (repeats + 1), 52, 10));
        }

        assertThat(BgNbdFit.of(table).fit().state()).isIn(FitState.EDGE, FitState.FLAT);
    }

    private static RepeatSummary summary(List<Bought> purchases) {
        HistoryReader reader = new HistoryReader(DAY.plusDays(400), DAY.plusDays(400));
        purchases.forEach(each -> reader.add(each.day(), each.value()));
        return reader.summary();
    }

    record Bought(LocalDate day, BigDecimal value) {}

    @Provide
    Arbitrary<List<Bought>> purchases() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(0, 100_000))
                .as((day, cents) -> new Bought(DAY.plusDays(day), BigDecimal.valueOf(cents, 2)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(list ->
                        list.stream().sorted(Comparator.comparing(Bought::day)).toList());
    }

    @Provide
    Arbitrary<List<RepeatSummary>> bases() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 200),
                        Arbitraries.doubles().between(0, 10_000))
                .as((repeats, when, age, mean) ->
                        new RepeatSummary(repeats, repeats == 0 ? 0 : when * age, age, repeats == 0 ? 0 : mean))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
