package org.vinculo.crm.value.internal.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published values of Gamma-Gamma and Pareto/NBD. */
class OtherModelsTest {

    private static final GammaGamma FITTED = new GammaGamma(6.249572, 3.744225, 15.443521);
    private static final ParetoNbd PARETO = new ParetoNbd(0.55340, 10.5802, 0.60606, 11.65622);

    @ParameterizedTest
    @CsvSource({
        "2, 22.345, 24.65",
        "1, 11.77, 18.91",
        "0, 0, 35.17",
        "7, 73.741429, 71.46",
        "1, 11.77, 18.91",
        "2, 25.55, 27.28"
    })
    void purchasesAreWorthWhatTheNoteSays(int repeats, double mean, double expected) {
        assertThat(FITTED.expectedValue(repeats, mean)).isCloseTo(expected, within(0.01));
    }

    @Test
    void withoutAFiniteMeanNothingIsClaimed() {
        assertThat(new GammaGamma(6, 0.9, 15).meanOfAll()).isNaN();
    }

    @Test
    void theCustomerOfTheWalkthroughBuysAsPublished() {
        assertThat(PARETO.expectedPurchases(26, 30.857143, 31, 52)).isCloseTo(25.454, within(0.001));
        assertThat(PARETO.alive(26, 30.857143, 31)).isCloseTo(0.9979, within(0.00005));
    }

    @Property
    void theSecondOpinionIsFiniteForAnyHistory(
            @ForAll @DoubleRange(min = 0.01, max = 50) double r,
            @ForAll @DoubleRange(min = 0.05, max = 500) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 50) double s,
            @ForAll @DoubleRange(min = 0.05, max = 500) double beta,
            @ForAll @IntRange(max = 500) int repeats,
            @ForAll @DoubleRange(max = 1) double when,
            @ForAll @DoubleRange(max = 600) double age,
            @ForAll @DoubleRange(max = 500) double weeks) {
        ParetoNbd model = new ParetoNbd(r, alpha, s, beta);
        double last = repeats == 0 ? 0 : when * age;

        assertThat(model.alive(repeats, last, age)).isBetween(0.0, 1.0);
        assertThat(model.logLikelihood(repeats, last, age)).isFinite();
        assertThat(model.expectedPurchases(repeats, last, age, weeks))
                .isBetween(0.0, (r + repeats) / (alpha + age) * weeks * (1 + 1e-9) + 1e-12);
    }
}
