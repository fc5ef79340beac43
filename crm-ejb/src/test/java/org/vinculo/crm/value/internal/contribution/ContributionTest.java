package org.vinculo.crm.value.internal.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.WaterfallStep;
import org.vinculo.crm.value.internal.contribution.PathToPositive.Effect;
import org.vinculo.crm.value.internal.contribution.PathToPositive.Outcome;
import org.vinculo.crm.value.internal.contribution.PathToPositive.Plan;
import org.vinculo.crm.value.internal.contribution.PathToPositive.Relationship;

class ContributionTest {

    private static final Relationship CALLER =
            new Relationship(10, 20, 12, 0.3, List.of(20.0, 40.0, 60.0), 2, 6, 0.5, 1);

    @Test
    void theWaterfallGoesFromSalesToContribution() {
        Contribution contribution = Contribution.NOTHING
                .plus(WaterfallStep.SALES, new BigDecimal("1000.00"))
                .plus(WaterfallStep.DISCOUNTS, new BigDecimal("50.00"))
                .plus(WaterfallStep.RETURNS, new BigDecimal("100.00"))
                .plus(WaterfallStep.BAD_DEBT, new BigDecimal("25.00"))
                .plus(WaterfallStep.COST_OF_GOODS, new BigDecimal("600.00"))
                .plus(WaterfallStep.CHANNELS, new BigDecimal("180.50"))
                .plus(WaterfallStep.SERVICE, new BigDecimal("60.00"));

        assertThat(contribution.netRevenue()).isEqualByComparingTo("825.00");
        assertThat(contribution.margin()).isEqualByComparingTo("225.00");
        assertThat(contribution.value()).isEqualByComparingTo("-15.50");
        assertThat(contribution.waterfall())
                .extracting(Contribution.Step::step)
                .containsExactly(WaterfallStep.values());
    }

    @Property
    void theStepsSumToTheContributionAndWindowsAddUp(
            @ForAll @Size(8) List<@IntRange(max = 1_000_000) Integer> one,
            @ForAll @Size(8) List<@IntRange(max = 1_000_000) Integer> other) {
        Contribution first = contribution(one);
        Contribution second = contribution(other);

        BigDecimal sum =
                first.waterfall().stream().map(Contribution.Step::change).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum).isEqualByComparingTo(first.value());
        assertThat(first.plus(second).value())
                .isEqualByComparingTo(first.value().add(second.value()));
    }

    @Test
    void aChatSharesThePersonWithOthers() {
        ChannelTariff call = new ChannelTariff(new BigDecimal("0.50"), new BigDecimal("0.60"), 1);
        ChannelTariff chat = new ChannelTariff(new BigDecimal("0.10"), new BigDecimal("0.60"), 3);

        assertThat(call.costOf(2, new BigDecimal("15"))).isEqualByComparingTo("10.00");
        assertThat(chat.costOf(2, new BigDecimal("15"))).isEqualByComparingTo("3.20");
        assertThatThrownBy(() -> new ChannelTariff(BigDecimal.ONE, BigDecimal.ONE, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void movingCallsToThePortalTurnsACallerAround() {
        assertThat(CALLER.value()).isCloseTo(10 * 12 - 20 * (2 * 6 + 1), within(1e-9));

        Outcome some = PathToPositive.of(CALLER, new Plan(0.4, 0, 0, 1));
        double share = PathToPositive.callsToMove(CALLER).orElseThrow();

        assertThat(some.after()).isCloseTo(-140 + 0.4 * 20 * 2 * 5.5, within(1e-9));
        assertThat(some.isPositive()).isFalse();
        assertThat(share).isCloseTo(140 / 220.0, within(1e-12));
        assertThat(PathToPositive.of(CALLER, new Plan(share, 0, 0, 1)).after()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aMinimumOrderLosesThoseWhoDoNotAcceptIt() {
        double all = PathToPositive.of(CALLER, new Plan(0, 0, 50, 1)).after() - CALLER.value();
        double none = PathToPositive.of(CALLER, new Plan(0, 0, 50, 0)).after() - CALLER.value();

        assertThat(all).isCloseTo(10 * 0.3 * (30 + 10) / 3, within(1e-9));
        assertThat(none).isCloseTo(-10 * 0.3 * (20 + 40) / 3, within(1e-9));
    }

    @Test
    void notEvenAllCallsHelpWhoCostsMoreThanThat() {
        Relationship costly = new Relationship(1, 20, 1, 0.3, List.of(), 1, 2, 1, 50);

        assertThat(PathToPositive.callsToMove(costly)).isEmpty();
    }

    @Property
    void theEffectsAreTheDifference(
            @ForAll @DoubleRange(max = 1) double calls,
            @ForAll @DoubleRange(max = 100) double fee,
            @ForAll @DoubleRange(max = 200) double minimum,
            @ForAll @DoubleRange(max = 1) double accepted) {
        Outcome outcome = PathToPositive.of(CALLER, new Plan(calls, fee, minimum, accepted));

        assertThat(outcome.before()
                        + outcome.effects().stream().mapToDouble(Effect::change).sum())
                .isCloseTo(outcome.after(), within(1e-9));
    }

    private static Contribution contribution(List<Integer> cents) {
        Contribution contribution = new Contribution(Map.of());
        for (WaterfallStep step : WaterfallStep.values()) {
            contribution = contribution.plus(step, BigDecimal.valueOf(cents.get(step.ordinal()), 2));
        }
        return contribution;
    }
}
