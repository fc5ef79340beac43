package org.vinculo.crm.value.internal.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.PublicPurchases;

/** Five folds by row number on public files, against the ridge logistic regression of the reference. */
class RiskReferenceTest {

    private static final double RIDGE = 1;
    private static final int FEWEST = 20;

    @Test
    void contractsThatEndAreToldApart() {
        Separation separation = outOfFold(
                "public-split/churn_train.csv",
                Set.of("tenure", "MonthlyCharges", "TotalCharges"),
                Set.of(
                        "gender",
                        "SeniorCitizen",
                        "Partner",
                        "Dependents",
                        "PhoneService",
                        "MultipleLines",
                        "InternetService",
                        "OnlineSecurity",
                        "OnlineBackup",
                        "DeviceProtection",
                        "TechSupport",
                        "StreamingTV",
                        "StreamingMovies",
                        "Contract",
                        "PaperlessBilling",
                        "PaymentMethod"),
                row -> row.getField("Churn").equals("Yes"));

        assertThat(separation.auc()).isCloseTo(0.8452, within(0.02));
        assertThat(separation.topLift()).isGreaterThan(2.5);
        isCalibrated(separation);
    }

    @Test
    void leadsThatConvertAreToldApart() {
        Separation separation = outOfFold(
                "public-split/leads_train.csv",
                Set.of("TotalVisits", "Total Time Spent on Website", "Page Views Per Visit"),
                Set.of(
                        "Lead Origin",
                        "Lead Source",
                        "Do Not Email",
                        "Last Activity",
                        "Specialization",
                        "What is your current occupation",
                        "What matters most to you in choosing a course"),
                row -> row.getField("Converted").equals("1"));

        assertThat(separation.auc()).isCloseTo(0.8913, within(0.02));
        isCalibrated(separation);
    }

    @Test
    void callsThatSellAreToldApartBeforeTheyAreMade() {
        Separation separation = outOfFold(
                "public-split/telemarketing_train.csv",
                Set.of("age", "balance", "day", "campaign", "pdays", "previous"),
                Set.of("job", "marital", "education", "default", "housing", "loan", "contact", "month", "poutcome"),
                row -> row.getField("y").equals("yes"));

        assertThat(separation.auc()).isCloseTo(0.7654, within(0.02));
        assertThat(separation.topLift()).isGreaterThan(3.5);
        isCalibrated(separation);
    }

    private static void isCalibrated(Separation separation) {
        assertThat(separation.bands()).hasSize(10).allSatisfy(band -> assertThat(band.rate())
                .isCloseTo(band.meanProbability(), within(0.06)));
    }

    private static Separation outOfFold(
            String file, Set<String> numbers, Set<String> categories, Predicate<NamedCsvRecord> outcome) {
        List<NamedCsvRecord> rows = PublicPurchases.csv(file).toList();
        List<Observation> observations =
                rows.stream().map(row -> observation(row, numbers, categories)).toList();
        List<Separation.Scored> scored = new ArrayList<>();
        for (int fold = 0; fold < 5; fold++) {
            List<Observation> seen = new ArrayList<>();
            List<Boolean> outcomes = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (i % 5 != fold) {
                    seen.add(observations.get(i));
                    outcomes.add(outcome.test(rows.get(i)));
                }
            }
            RiskModel model = RiskFit.of(seen, outcomes, RIDGE, FEWEST);
            for (int i = fold; i < rows.size(); i += 5) {
                scored.add(new Separation.Scored(model.probability(observations.get(i)), outcome.test(rows.get(i))));
            }
        }
        return Separation.of(scored);
    }

    private static Observation observation(NamedCsvRecord row, Set<String> numbers, Set<String> categories) {
        Map<String, Double> figures = new HashMap<>();
        numbers.forEach(name -> {
            String cell = row.getField(name).trim();
            if (!cell.isEmpty()) {
                figures.put(name, Double.parseDouble(cell));
            }
        });
        Map<String, String> words = new HashMap<>();
        categories.forEach(name -> {
            String cell = row.getField(name).trim();
            words.put(name, cell.isEmpty() ? "(none)" : cell);
        });
        return new Observation(figures, words);
    }
}
