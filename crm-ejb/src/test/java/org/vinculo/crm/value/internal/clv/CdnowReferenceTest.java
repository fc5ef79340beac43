package org.vinculo.crm.value.internal.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.PublicPurchases;
import org.vinculo.crm.value.internal.clv.Cdnow.Customer;
import org.vinculo.crm.value.internal.numeric.FitState;
import org.vinculo.crm.value.internal.numeric.Maximum;

/** The published example of the models: estimates, likelihoods and the figures of every customer. */
class CdnowReferenceTest {

    private static List<Customer> customers;
    private static RepeatTable repeats;
    private static ValueTable values;
    private static Fitted<BgNbd> purchases;
    private static Fitted<GammaGamma> spending;

    @BeforeAll
    static void fitTheSample() {
        customers = Cdnow.sample();
        repeats = Cdnow.repeats(Cdnow.summaries(customers));
        values = Cdnow.values(Cdnow.summaries(customers));
        purchases = BgNbdFit.of(repeats);
        spending = GammaGammaFit.of(values);
    }

    @Test
    void theSampleIsTheOneOfThePaper() {
        assertThat(repeats.customers()).isEqualTo(2357);
        assertThat(repeats.repeaters()).isEqualTo(2357 - 1411);
        assertThat(values.customers()).isEqualTo(946);
        assertThat(customers.stream().mapToInt(each -> each.summary().repeats()).sum())
                .isEqualTo(2457);
        assertThat(customers.stream()
                        .mapToInt(each -> each.holdout().purchases())
                        .sum())
                .isEqualTo(1882);
        assertThat(Cdnow.CHECK_WEEKS).isEqualTo(39);
    }

    @Test
    void purchasesAreFittedLikeThePaper() {
        Maximum fit = purchases.fit();

        assertThat(fit.state()).isEqualTo(FitState.SOLID);
        assertThat(fit.logLikelihood()).isCloseTo(-9582.429207, within(1e-6));
        hasParameters(fit, 1e-5, 0.242595, 4.413602, 0.792922, 2.425907);
        hasErrors(fit, 0.01, 0.0126, 0.378, 0.186, 0.705);
    }

    @Test
    void valuesAreFittedLikeTheNote() {
        Maximum fit = spending.fit();

        assertThat(fit.state()).isEqualTo(FitState.SOLID);
        assertThat(fit.logLikelihood()).isCloseTo(-4055.917695, within(1e-6));
        hasParameters(fit, 1e-4, 6.249572, 3.744225, 15.443521);
        hasErrors(fit, 0.01, 1.190, 0.290, 4.160);
        assertThat(spending.model().meanOfAll()).isCloseTo(35.170371, withinPercentage(0.01));
        assertThat(values.correlation()).isCloseTo(0.11, within(0.01));
    }

    @Test
    void theWholeHistoryIsFittedToo() {
        List<RepeatSummary> whole = Cdnow.summaries(Cdnow.read(PublicPurchases.cdnowSample(), Cdnow.END));

        Maximum count = BgNbdFit.of(Cdnow.repeats(whole)).fit();
        Maximum value = GammaGammaFit.of(Cdnow.values(whole)).fit();

        assertThat(count.logLikelihood()).isCloseTo(-17138.233965, within(1e-5));
        hasParameters(count, 1e-4, 0.253561, 5.447258, 0.607365, 2.647235);
        assertThat(value.logLikelihood()).isCloseTo(-4884.566321, within(1e-5));
        hasParameters(value, 1e-4, 4.683453, 4.189783, 24.390554);
    }

    @Test
    void theSecondOpinionIsFittedLikeItsReference() {
        Fitted<ParetoNbd> fitted = ParetoNbdFit.of(repeats);

        assertThat(fitted.fit().state()).isEqualTo(FitState.SOLID);
        assertThat(fitted.fit().logLikelihood()).isCloseTo(-9594.976, within(0.001));
        hasParameters(fitted.fit(), 2e-3, 0.55327, 10.5778, 0.60602, 11.66391);
    }

    @Test
    void everyCustomerIsWithinOneInTenThousandOfTheReference() {
        FutureValue future = new FutureValue(purchases.model(), spending.model(), new Horizon(12, 0.01, 30 / 7.0));
        Map<String, NamedCsvRecord> reference = PublicPurchases.csv("cdnow/reference_sample_per_customer.csv")
                .collect(Collectors.toMap(row -> row.getField("cust"), Function.identity()));

        assertThat(customers).hasSize(reference.size());
        for (Customer customer : customers) {
            NamedCsvRecord row = reference.get(customer.id());
            RepeatSummary summary = customer.summary();
            FutureValue.Expectation expected = future.of(summary, 0);
            assertThat(summary.repeats()).isEqualTo((int) figure(row, "x"));
            assertThat(summary.lastRepeat()).isCloseTo(figure(row, "t_x"), within(1e-12));
            assertThat(summary.age()).isCloseTo(figure(row, "T"), within(1e-12));
            assertThat(summary.meanValue()).isCloseTo(figure(row, "m_x"), within(1e-9));
            assertThat(customer.holdout().purchases()).isEqualTo((int) figure(row, "x_star"));
            assertThat(customer.holdout().value().doubleValue()).isCloseTo(figure(row, "spend_star"), within(1e-9));
            agrees(expected.alive(), row, "p_alive");
            agrees(expectedInCheck(customer), row, "exp_holdout");
            agrees(expected.valuePerPurchase(), row, "exp_avg_spend");
            agrees(expected.gross(), row, "clv12");
        }
    }

    @Test
    void sumsAreThoseOfTheReference() {
        FutureValue months = new FutureValue(purchases.model(), spending.model(), new Horizon(12, 0.01, 30 / 7.0));
        FutureValue longer = new FutureValue(purchases.model(), spending.model(), new Horizon(12, 0.01, 4.345));

        assertThat(customers.stream()
                        .mapToDouble(CdnowReferenceTest::expectedInCheck)
                        .sum())
                .isCloseTo(1653.4087, withinPercentage(0.01));
        assertThat(customers.stream()
                        .mapToDouble(each -> months.of(each.summary(), 0).alive())
                        .average()
                        .orElseThrow())
                .isCloseTo(0.813440, withinPercentage(0.01));
        assertThat(sum(months)).isCloseTo(70_726.7201, withinPercentage(0.01));
        assertThat(sum(longer)).isCloseTo(71_507.9517, withinPercentage(0.01));
    }

    @Test
    void groupsByFrequencyAreThoseOfTheReference() {
        double[] expected = {0.2251, 0.5231, 1.0441, 1.5203, 2.1639, 2.6538, 3.5040, 6.1572};

        for (int group = 0; group < expected.length; group++) {
            int repeated = group;
            assertThat(customers.stream()
                            .filter(each -> Math.min(each.summary().repeats(), 7) == repeated)
                            .mapToDouble(CdnowReferenceTest::expectedInCheck)
                            .average()
                            .orElseThrow())
                    .isCloseTo(expected[group], within(0.00005));
        }
    }

    private static double expectedInCheck(Customer customer) {
        RepeatSummary summary = customer.summary();
        return purchases
                .model()
                .expectedPurchases(summary.repeats(), summary.lastRepeat(), summary.age(), Cdnow.CHECK_WEEKS);
    }

    private static double sum(FutureValue future) {
        return customers.stream()
                .mapToDouble(each -> future.of(each.summary(), 0).net())
                .sum();
    }

    private static void agrees(double actual, NamedCsvRecord row, String column) {
        assertThat(actual)
                .as(column + " of " + row.getField("cust"))
                .isCloseTo(figure(row, column), withinPercentage(0.01));
    }

    private static double figure(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static void hasParameters(Maximum fit, double share, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(fit.parameter(i)).as("parameter %d", i).isCloseTo(expected[i], withinPercentage(100 * share));
        }
    }

    private static void hasErrors(Maximum fit, double share, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(fit.standardErrors().get(i))
                    .as("standard error %d", i)
                    .isCloseTo(expected[i], withinPercentage(100 * share));
        }
    }
}
