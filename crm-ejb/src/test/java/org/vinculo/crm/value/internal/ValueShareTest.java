package org.vinculo.crm.value.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.IdipStep;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.ValueOverview;
import org.vinculo.crm.value.entity.ValueRun;

class ValueShareTest {

    private static ValueShare share(Tier tier, Phase phase, int steps, long customers, double each) {
        BigDecimal sum = BigDecimal.valueOf(each * customers);
        long bought = tier == null ? 0 : customers;
        return new ValueShare(
                tier,
                phase,
                steps,
                customers,
                bought,
                tier == Tier.BZ ? customers : 0,
                sum,
                sum,
                sum,
                each * customers);
    }

    private static ValueOverview overview(ValueShare... shares) {
        ValueRun run = new ValueRun() {
            private static final long serialVersionUID = 1L;
        };
        return ValueShare.overview(run, List.of(shares));
    }

    @Test
    void theBaseIsCutThreeWaysOutOfTheSameShares() {
        ValueOverview base = overview(
                share(Tier.BZ, Phase.AT_RISK, 1, 3, -2),
                share(Tier.MVC, Phase.RETENTION, 7, 2, 50),
                share(Tier.MVC, Phase.AT_RISK, 5, 4, 10),
                share(null, Phase.SELECTION, 0, 11, 0));

        assertThat(base.known()).isEqualTo(20);
        assertThat(base.bought()).isEqualTo(9);
        assertThat(base.belowZero()).isEqualTo(3);
        assertThat(base.revenue()).isEqualByComparingTo("134");
        assertThat(base.ltv()).isEqualTo(134);
        assertThat(base.tiers())
                .extracting(
                        ValueOverview.TierShare::tier, ValueOverview.TierShare::customers, ValueOverview.TierShare::ltv)
                .containsExactly(tuple(Tier.MVC, 6L, 140.0), tuple(Tier.BZ, 3L, -6.0));
        assertThat(base.phases())
                .extracting(ValueOverview.PhaseShare::phase, ValueOverview.PhaseShare::customers)
                .containsExactly(tuple(Phase.SELECTION, 11L), tuple(Phase.RETENTION, 2L), tuple(Phase.AT_RISK, 7L));
        assertThat(base.idip())
                .extracting(ValueOverview.IdipShare::step, ValueOverview.IdipShare::customers)
                .containsExactly(
                        tuple(IdipStep.IDENTIFIED, 9L),
                        tuple(IdipStep.DIFFERENTIATED, 2L),
                        tuple(IdipStep.INTERACTED, 6L),
                        tuple(IdipStep.PERSONALISED, 0L));
    }

    @Test
    void nobodyIsNothingOfEverything() {
        ValueOverview base = overview();

        assertThat(base.known()).isZero();
        assertThat(base.revenue()).isZero();
        assertThat(base.tiers()).isEmpty();
        assertThat(base.idip()).isEmpty();
    }
}
