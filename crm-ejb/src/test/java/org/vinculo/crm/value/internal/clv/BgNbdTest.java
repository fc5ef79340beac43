package org.vinculo.crm.value.internal.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculo.crm.value.PublicPurchases;

/** Single values of the model: published ones, hard ones, and what must hold for any. */
class BgNbdTest {

    private static final BgNbd MODEL = Cdnow.PUBLISHED;
    // six digits, as the reference prints them
    private static final BgNbd FITTED = new BgNbd(0.242595, 4.413602, 0.792922, 2.425907);

    @ParameterizedTest
    @CsvSource({
        "0.1429, 0.007816, 0.0078",
        "1, 0.053184, 0.0532",
        "3, 0.150631, 0.1506",
        "31.8571, 1.040489, 1.0405",
        "32, 1.043732, 1.0437",
        "78, 1.857958, 1.8576",
        "52, 1.444012, 1.4440"
    })
    void newCustomersBuyAsPublished(double weeks, double recomputed, double published) {
        assertThat(FITTED.expectedOfNew(weeks))
                .isCloseTo(recomputed, within(5e-6))
                .isCloseTo(published, within(0.0005));
    }

    @Test
    void theExampleOfThePaperBuysAsPublished() {
        assertThat(MODEL.expectedPurchases(2, 30.43, 38.86, 39)).isCloseTo(1.226, within(0.0005));
    }

    @Test
    void theCustomerOfTheWalkthroughBuysAsPublished() {
        BgNbd fitted = new BgNbd(0.242598, 4.413684, 0.792990, 2.426167);

        assertThat(fitted.expectedPurchases(26, 30.857143, 31, 52)).isCloseTo(25.75654, within(0.0005));
        assertThat(fitted.alive(26, 30.857143, 31)).isCloseTo(0.968852, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"10, 0.3474603", "15, 0.0428340", "20, 0.0041590", "25, 0.00035837"})
    void theMoreOftenSomebodyBoughtTheStrangerTheirSilence(int repeats, double expected) {
        BgNbd fitted = new BgNbd(0.242598, 4.413684, 0.792990, 2.426167);

        assertThat(fitted.expectedPurchases(repeats, 20, 39, 52)).isCloseTo(expected, within(expected * 1e-3));
    }

    @Test
    void countsAreDistributedAsPublished() {
        double[] published = {
            0.0019995214, 0.0015170236, 0.0011633150, 0.0009003148, 0.0007023638,
            0.0005517902, 0.0004361913, 0.0003467171, 0.0002769613, 0.0002222260
        };

        assertThat(PurchaseCounts.probability(MODEL, 10, 2)).isCloseTo(1.07869e-07, within(1e-11));
        assertThat(PurchaseCounts.probability(MODEL, 0, 39)).isCloseTo(0.5737864, within(1e-7));
        for (int i = 0; i < published.length; i++) {
            assertThat(PurchaseCounts.probability(MODEL, 11 + i, 30)).isCloseTo(published[i], within(1e-10));
        }
    }

    @Test
    void hardCasesKeepSixDigits() {
        List<NamedCsvRecord> cases =
                PublicPurchases.csv("cdnow/bgnbd_hard_cases.csv").toList();

        assertThat(cases).hasSize(224);
        for (NamedCsvRecord row : cases) {
            BgNbd model = new BgNbd(of(row, "r"), of(row, "alpha"), of(row, "a"), of(row, "b"));
            int repeats = (int) of(row, "x");
            double last = of(row, "t_x");
            double age = of(row, "T");

            agrees(model.logLikelihood(repeats, last, age), row, "log_likelihood");
            agrees(model.alive(repeats, last, age), row, "p_alive");
            agrees(model.expectedPurchases(repeats, last, age, of(row, "t")), row, "expected_purchases");
        }
    }

    /** Of shapes that a small base may be fitted with; the values are the series of the paper, summed with 80 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.821766091398436, 1.764333101047747E-5, 99159.17666279967, 429702.160089529, 3, 20, 52,  4.16417021364132933",
        "0.821766091398436, 1.764333101047747E-5, 99159.17666279967, 429702.160089529, 3, 20, 0.5, 0.09447409896406462",
        "0.8,               0.5,                  5000,              20000,            3, 20, 52,  3.94909595010215277",
        "0.8,               0.5,                  5000,              20000,            0, 0,  5,   2.92396610027624511"
    })
    void whereAllLeaveAlikeTheExpectationStaysANumber(
            double r, double alpha, double a, double b, int repeats, double age, double weeks, double expected) {
        assertThat(new BgNbd(r, alpha, a, b).expectedIfAlive(repeats, age, weeks))
                .isCloseTo(expected, withinPercentage(1e-7));
    }

    @Test
    void parametersOfZeroAreRefused() {
        assertThatThrownBy(() -> new BgNbd(0, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BgNbd(1, 1, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void expectationsAreFiniteAndGrow(
            @ForAll @DoubleRange(min = 0.01, max = 50) double r,
            @ForAll @DoubleRange(min = 0.05, max = 500) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 20) double a,
            @ForAll @DoubleRange(min = 0.01, max = 500) double b,
            @ForAll @IntRange(max = 500) int repeats,
            @ForAll @DoubleRange(max = 1) double when,
            @ForAll @DoubleRange(min = 1, max = 600) double age,
            @ForAll @DoubleRange(max = 500) double weeks) {
        BgNbd model = new BgNbd(r, alpha, a, b);
        double last = repeats == 0 ? 0 : when * age;

        double alive = model.alive(repeats, last, age);
        double soon = model.expectedPurchases(repeats, last, age, weeks);
        double later = model.expectedPurchases(repeats, last, age, weeks + 10);

        assertThat(alive).isBetween(0.0, 1.0);
        assertThat(soon).isBetween(0.0, (r + repeats) / (alpha + age) * weeks * (1 + 1e-6) + 1e-9);
        assertThat(later).isFinite().isGreaterThanOrEqualTo(soon * (1 - 1e-6) - 1e-9);
        assertThat(model.logLikelihood(repeats, last, age)).isFinite();
    }

    @Property
    void nothingJumpsWhereTheFormulaOfThePaperDividesByZero(
            @ForAll @IntRange(max = 60) int repeats, @ForAll @DoubleRange(min = 1, max = 150) double weeks) {
        double at = new BgNbd(0.243, 4.414, 1, 2.426).expectedPurchases(repeats, 0, 38, weeks);
        double beside = new BgNbd(0.243, 4.414, 1 + 1e-9, 2.426).expectedPurchases(repeats, 0, 38, weeks);

        assertThat(at).isCloseTo(beside, within(1e-7 * (1 + at)));
    }

    /** Rates so regular that the other form of the series is summed; expected values computed with 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "20, 4, 1.5, 0.8, 0, 0, 30, 52, 2.22927916845",
        "20, 4, 1, 0.8, 0, 0, 30, 52, 3.4826989671",
        "20, 4, 1.0000001, 0.8, 0, 0, 30, 52, 3.48269855029",
        "100, 400, 0.3, 0.5, 3, 10, 30, 520, 3.24746550422",
        "50, 0.5, 2.5, 3, 0, 0, 0, 520, 2.99999847169",
        "0.2, 0.01, 0.3, 0.4, 0, 0, 0, 1000, 615.695586555",
        "300, 50, 20, 2, 50, 20, 21, 100, 0.0653543083453"
    })
    void regularBuyersAreExpectedAsPreciselyAsOthers(
            double r,
            double alpha,
            double a,
            double b,
            int repeats,
            double last,
            double age,
            double weeks,
            double expected) {
        assertThat(new BgNbd(r, alpha, a, b).expectedPurchases(repeats, last, age, weeks))
                .isCloseTo(expected, within(expected * (a == 1 ? 1e-6 : 1e-7)));
    }

    @Property(tries = 20)
    void countsAreAProbabilityWithTheExpectedMean(@ForAll @DoubleRange(min = 0.5, max = 20) double weeks) {
        double sum = 0;
        double mean = 0;
        for (int count = 0; count < 400; count++) {
            double chance = PurchaseCounts.probability(MODEL, count, weeks);
            sum += chance;
            mean += count * chance;
        }

        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(mean).isCloseTo(MODEL.expectedOfNew(weeks), within(1e-6));
    }

    private static void agrees(double actual, NamedCsvRecord row, String column) {
        double expected = of(row, column);
        double share = of(row, "a") == 1.0000001 ? 1e-3 : 1e-6;
        // a likelihood of one has the logarithm 0, which the reference gives as 2e-50
        double nothing = column.equals("log_likelihood") ? 1e-40 : 0;
        assertThat(actual)
                .as(column + " of " + row.getFields())
                .isCloseTo(expected, within(Math.max(Math.abs(expected) * share, nothing)));
    }

    private static double of(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
