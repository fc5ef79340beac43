package org.vinculo.crm.value.internal.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.PublicPurchases;

class SurvivalCurveTest {

    /** Weeks of remission under 6-MP (Freireich and others 1963), the classic example; negative for those still in it. */
    private static final int[] REMISSION = {
        6, 6, 6, 7, 10, 13, 16, 22, 23, -6, -9, -10, -11, -17, -19, -20, -25, -32, -32, -34, -35
    };

    /** Counted with exact fractions by another program on the same rows. */
    private static final double[][] SURVIVAL_AT_MONTH = {
        {1, 0.944580},
        {6, 0.881581},
        {12, 0.839772},
        {24, 0.782778},
        {36, 0.742489},
        {48, 0.704513},
        {60, 0.667242},
        {72, 0.599970}
    };

    @Test
    void theClassicExampleHasThePublishedCurve() {
        SurvivalCurve.Durations durations = new SurvivalCurve.Durations();
        for (int weeks : REMISSION) {
            durations.add(Math.abs(weeks), weeks > 0);
        }

        SurvivalCurve curve = durations.curve();

        assertThat(curve.steps())
                .extracting(step -> Math.round(step.survival() * 1000))
                .containsExactly(857L, 807L, 753L, 690L, 627L, 538L, 448L);
        assertThat(curve.steps())
                .extracting(step -> Math.round(step.standardError() * 10_000))
                .containsExactly(764L, 869L, 963L, 1068L, 1141L, 1282L, 1346L);
        assertThat(curve.steps())
                .extracting(SurvivalCurve.Step::atRisk)
                .containsExactly(21L, 17L, 15L, 12L, 11L, 7L, 6L);
        assertThat(curve.median()).hasValue(23);
    }

    @Test
    void contractsOfATelephoneCompanyLastAsCountedElsewhere() {
        SurvivalCurve.Durations durations = new SurvivalCurve.Durations();
        List<NamedCsvRecord> rows =
                PublicPurchases.csv("public-split/churn_train.csv").toList();
        rows.forEach(row -> durations.add(
                Double.parseDouble(row.getField("tenure")),
                row.getField("Churn").equals("Yes")));

        SurvivalCurve curve = durations.curve();

        for (double[] at : SURVIVAL_AT_MONTH) {
            assertThat(curve.survival(at[0])).as("month %f", at[0]).isCloseTo(at[1], within(1e-6));
        }
    }

    @Test
    void aContractIsWorthItsMarginWhileItLasts() {
        SurvivalCurve curve = new SurvivalCurve.Durations()
                .add(12, true)
                .add(24, true)
                .add(30, false)
                .add(30, false)
                .curve();

        double value = curve.value(100, 12, new Horizon(18, 0, Horizon.CALENDAR_WEEKS));

        assertThat(value).isCloseTo(100 * (11 + 7 * 2 / 3.0), within(1e-9));
        assertThat(curve.survivalAfter(12, 12)).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void withoutDataEverythingLasts() {
        SurvivalCurve curve = new SurvivalCurve.Durations().curve();

        assertThat(curve.survival(100)).isEqualTo(1);
        assertThat(curve.median()).isEmpty();
    }

    @Property
    void survivalNeverGrowsAndStaysWithinItsBounds(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(max = 100) Double> ends,
            @ForAll @Size(max = 50) List<@DoubleRange(max = 100) Double> running) {
        SurvivalCurve.Durations durations = new SurvivalCurve.Durations();
        ends.forEach(time -> durations.add(time, true));
        running.forEach(time -> durations.add(time, false));

        double before = 1;
        for (SurvivalCurve.Step step : durations.curve().steps()) {
            assertThat(step.survival()).isBetween(0.0, before);
            assertThat(step.standardError()).isFinite().isNotNegative();
            assertThat(step.lower()).isBetween(0.0, step.survival() + 1e-12);
            assertThat(step.upper()).isBetween(step.survival() - 1e-12, 1.0);
            before = step.survival();
        }
    }
}
