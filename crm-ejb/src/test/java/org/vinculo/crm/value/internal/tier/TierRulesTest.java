package org.vinculo.crm.value.internal.tier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierReason;

class TierRulesTest {

    private static final TierPolicy POLICY = TierPolicy.initial(Map.of());
    private static final TierCuts CUTS = new TierCuts(1000, 300);
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

    @Test
    void theFirstRuleThatFitsDecides() {
        assertThat(suggested(new TierFacts(30, 1, 5000, -10, 5000))).isEqualTo(Tier.NEW);
        assertThat(suggested(new TierFacts(30, 2, 5000, -10, 5000))).isEqualTo(Tier.MVC);
        assertThat(suggested(new TierFacts(400, 5, -1, -10, 5000))).isEqualTo(Tier.BZ);
        assertThat(suggested(new TierFacts(400, 5, -1, 10, 100))).isEqualTo(Tier.INTERMEDIATE);
        assertThat(suggested(new TierFacts(400, 5, 1000, 10, 1000))).isEqualTo(Tier.MVC);
        assertThat(suggested(new TierFacts(400, 5, 600, 10, 1200))).isEqualTo(Tier.MGC);
        assertThat(suggested(new TierFacts(400, 5, 600, 10, 900))).isEqualTo(Tier.INTERMEDIATE);
        assertThat(suggested(new TierFacts(400, 5, 800, 10, 1050))).isEqualTo(Tier.INTERMEDIATE);
    }

    @Test
    void theBestAreTheFewestWhoBringHalf() {
        double[] values = IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();
        double[] steep =
                IntStream.rangeClosed(1, 100).mapToDouble(i -> Math.pow(2, i)).toArray();

        assertThat(TierCuts.of(POLICY, values, values).best())
                .as("at most 20 %")
                .isEqualTo(81);
        assertThat(TierCuts.of(POLICY, steep, steep).best()).as("at least 5 %").isEqualTo(Math.pow(2, 96));
        assertThat(TierCuts.of(POLICY, new double[] {-1, -2}, new double[] {0, 0})
                        .best())
                .isInfinite();
    }

    @Test
    void aChangeTakesTwoEvaluationsInARow() {
        TierState start = evaluated(null, valued(500));
        TierState first = evaluated(start, valued(1500));
        TierState second = evaluated(first, valued(1500));

        assertThat(start.tier()).isEqualTo(Tier.INTERMEDIATE);
        assertThat(first.tier()).isEqualTo(Tier.INTERMEDIATE);
        assertThat(first.reason()).isEqualTo(TierReason.KEPT_UNTIL_CONFIRMED);
        assertThat(second.tier()).isEqualTo(Tier.MVC);
        assertThat(second.reason()).isEqualTo(TierReason.VALUE_AMONG_THE_BEST);
    }

    @Test
    void nearTheCutNothingChangesHoweverOften() {
        TierState state = evaluated(null, valued(1500));
        for (int night = 0; night < 10; night++) {
            state = evaluated(state, valued(950));
        }

        assertThat(state.tier()).isEqualTo(Tier.MVC);
        assertThat(evaluated(evaluated(state, valued(850)), valued(850)).tier()).isEqualTo(Tier.INTERMEDIATE);
    }

    @Test
    void nobodyStaysNew() {
        TierState fresh = evaluated(null, new TierFacts(10, 1, 1000, 10, 1000));

        assertThat(fresh.tier()).isEqualTo(Tier.NEW);
        assertThat(evaluated(fresh, new TierFacts(91, 1, 1000, 10, 1000)).tier())
                .isEqualTo(Tier.MVC);
    }

    @Test
    void whatAPersonDecidedHoldsUntilItsDay() {
        TierState state = evaluated(null, valued(500)).decided(Tier.MVC, TODAY.plusDays(1));

        TierState during = TierRules.evaluated(state, POLICY, CUTS, valued(500), TODAY.plusDays(1));
        TierState after = evaluatedOn(TODAY.plusDays(3), evaluatedOn(TODAY.plusDays(2), during, 500), 500);

        assertThat(during.tier()).isEqualTo(Tier.MVC);
        assertThat(during.reason()).isEqualTo(TierReason.DECIDED_BY_HAND);
        assertThat(after.tier()).isEqualTo(Tier.INTERMEDIATE);
        assertThat(after.byHand()).isNull();
    }

    @Property
    void theBestAreWithinTheirBounds(
            @ForAll @Size(min = 20, max = 200) List<@DoubleRange(min = 0.01, max = 1e6) Double> values) {
        TierCuts cuts =
                TierCuts.of(POLICY, values.stream().map(TierRulesTest::valued).collect(Collectors.toList()));
        long atLeast = values.stream().filter(value -> value >= cuts.best()).count();
        long above = values.stream().filter(value -> value > cuts.best()).count();

        assertThat(atLeast).isGreaterThanOrEqualTo((long) Math.ceil(0.05 * values.size()));
        assertThat(above).isLessThanOrEqualTo((long) Math.max(1, 0.2 * values.size()));
    }

    private static Tier suggested(TierFacts facts) {
        return TierRules.suggested(POLICY, CUTS, facts);
    }

    private static TierState evaluated(TierState before, TierFacts facts) {
        return TierRules.evaluated(before, POLICY, CUTS, facts, TODAY);
    }

    private static TierState evaluatedOn(LocalDate day, TierState before, double value) {
        return TierRules.evaluated(before, POLICY, CUTS, valued(value), day);
    }

    private static TierFacts valued(double value) {
        return new TierFacts(400, 5, value, 10, value);
    }
}
