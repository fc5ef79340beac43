package org.vinculo.crm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnduranceTest {

    private static final int MINUTES = 120;

    private final Endurance endurance = new Endurance();

    @Test
    void aRunThatStaysAsItIsGivesNoReasonToComplain() {
        for (int minute = 0; minute < MINUTES; minute++) {
            // Slow and small while it gets warm, then ups and downs.
            double wave = minute < 10 ? 3 : 1 + minute % 3 * 0.02;
            endurance.add(new Endurance.Minute(200 * wave, minute < 10 ? 90 : 250 * wave, 80, 300));
        }

        assertThat(endurance.complaints(5 << 20, 0)).isEmpty();
    }

    @Test
    void whatGrowsFromHourToHourIsNamed() {
        for (int minute = 0; minute < MINUTES; minute++) {
            double growing = 1 + minute / 100.0;
            endurance.add(new Endurance.Minute(200 * growing, 250 * growing, 80 * growing, 300 * growing));
        }

        assertThat(endurance.complaints(200L << 20, 2))
                .satisfiesExactly(
                        words -> assertThat(words).startsWith("95th percentile grew"),
                        words -> assertThat(words).startsWith("heap after a collection grew"),
                        words -> assertThat(words).startsWith("threads grew"),
                        words -> assertThat(words).startsWith("open files grew"),
                        words -> assertThat(words).isEqualTo("the log has 200 MB"),
                        words -> assertThat(words).isEqualTo("2 entries of the log are severe"));
    }
}
