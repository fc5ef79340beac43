package org.vinculo.crm.value.internal.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.RfmCell;
import org.vinculo.crm.value.RfmDefinition;

class RfmScaleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Property(tries = 200)
    void equalGroupsDifferByAtMostOne(@ForAll("bases") List<RfmFigures> base) {
        RfmScale scale = RfmScale.of(RfmDefinition.EQUAL_GROUPS, base);
        int[] groups = new int[5];

        base.forEach(figures -> groups[scale.score(figures).monetary() - 1]++);

        int largest = IntStream.of(groups).max().orElseThrow();
        int smallest = IntStream.of(groups).min().orElseThrow();
        assertThat(largest - smallest).isLessThanOrEqualTo(1);
    }

    @Property(tries = 200)
    void theOrderOfTheRowsChangesNothing(
            @ForAll("bases") List<RfmFigures> base, @ForAll RfmDefinition definition, @ForAll int turn) {
        List<RfmFigures> turned = new ArrayList<>(base);
        Collections.rotate(turned, turn);

        assertThat(RfmScale.of(definition, turned)).isEqualTo(RfmScale.of(definition, base));
    }

    @Property(tries = 200)
    void betterFiguresNeverScoreLess(
            @ForAll("figures") RfmFigures some,
            @ForAll("figures") RfmFigures other,
            @ForAll("bases") List<RfmFigures> base,
            @ForAll RfmDefinition definition) {
        RfmScale scale = RfmScale.of(definition, base);
        RfmFigures worse = new RfmFigures(
                Math.min(some.customer(), other.customer()),
                Math.max(some.recency(), other.recency()),
                Math.min(some.frequency(), other.frequency()),
                Math.min(some.monetary(), other.monetary()));
        RfmFigures better = new RfmFigures(
                Math.max(some.customer(), other.customer()),
                Math.min(some.recency(), other.recency()),
                Math.max(some.frequency(), other.frequency()),
                Math.max(some.monetary(), other.monetary()));

        assertThat(scale.score(better).recency())
                .isGreaterThanOrEqualTo(scale.score(worse).recency());
        assertThat(scale.score(better).frequency())
                .isGreaterThanOrEqualTo(scale.score(worse).frequency());
        assertThat(scale.score(better).monetary())
                .isGreaterThanOrEqualTo(scale.score(worse).monetary());
    }

    @Test
    void everyPairOfScoresHasAName() {
        Set<RfmCell> used = new HashSet<>();

        for (int recency = 1; recency <= 5; recency++) {
            for (int frequency = 1; frequency <= 5; frequency++) {
                used.add(RfmCell.of(recency, frequency));
            }
        }

        assertThat(used).containsExactlyInAnyOrder(RfmCell.values());
    }

    @Test
    void cutsAreShownInDaysWhateverTheDefinition() {
        List<RfmFigures> base = IntStream.rangeClosed(0, 10)
                .mapToObj(i -> new RfmFigures(i, 10 * i, 1 + i, i))
                .toList();

        assertThat(RfmScale.of(RfmDefinition.QUANTILES, base).recencyCuts()).containsExactly(20.0, 40.0, 60.0, 80.0);
        assertThat(RfmScale.of(RfmDefinition.QUANTILES_PLUS_ONE, base).recencyCuts())
                .containsExactly(21.0, 41.0, 61.0, 81.0);
    }

    @Test
    void purchasesAfterTheDayOfTheFiguresAreRefused() {
        assertThatThrownBy(() -> RfmFigures.of(1, TODAY.plusDays(1), 1, BigDecimal.ONE, TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyBaseHasNoScale() {
        assertThatThrownBy(() -> RfmScale.of(RfmDefinition.QUANTILES, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<RfmFigures> figures() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(-50, 200))
                .as((customer, recency, frequency, cents) ->
                        new RfmFigures(customer, recency, frequency, cents / 100.0));
    }

    @Provide
    Arbitrary<List<RfmFigures>> bases() {
        return figures().list().ofMinSize(1).ofMaxSize(60).uniqueElements(RfmFigures::customer);
    }
}
