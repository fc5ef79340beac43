package org.vinculo.crm.value.internal.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RiskModelTest {

    /** Hours of study and exams passed: the textbook example with published coefficients. */
    private static final double[] HOURS = {
        0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5
    };

    private static final int[] PASSED = {0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1};

    @Test
    void theTextbookExampleHasThePublishedCurve() {
        RiskModel model = exams(1e-9);

        assertThat(model.probability(hours(2))).isCloseTo(0.26, within(0.005));
        assertThat(model.probability(hours(3))).isCloseTo(0.61, within(0.005));
        assertThat(model.probability(hours(5))).isCloseTo(0.97, within(0.005));
        double slope = Math.log(odds(model, 3) / odds(model, 2));
        assertThat(slope).isCloseTo(1.5046, within(0.0005));
    }

    @Test
    void anOutcomeThatIsCertainKeepsFiniteWeights() {
        List<Observation> rows = new ArrayList<>();
        List<Boolean> outcomes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(new Observation(Map.of("days", (double) i), Map.of("half", i < 20 ? "first" : "second")));
            outcomes.add(i >= 20);
        }

        RiskModel model = RiskFit.of(rows, outcomes, 0.1, 2);

        assertThat(model.weights()).allSatisfy(weight -> assertThat(weight).isFinite());
        assertThat(model.probability(rows.get(0))).isLessThan(0.05);
        assertThat(model.probability(rows.get(39))).isGreaterThan(0.95);
    }

    @Test
    void whatIsMissingSaysNothing() {
        RiskModel model = exams(1);

        assertThat(model.factors(new Observation(Map.of(), Map.of())))
                .allSatisfy(factor -> assertThat(factor.logOdds()).isZero());
    }

    @Property(tries = 100)
    void factorsExplainTheProbabilityCompletely(@ForAll @IntRange(max = 10) int hours) {
        RiskModel model = exams(0.5);
        Observation observation = hours(hours);

        double sum = model.intercept()
                + model.factors(observation).stream()
                        .mapToDouble(RiskModel.Factor::logOdds)
                        .sum();

        assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(model.probability(observation), within(1e-12));
    }

    @Property
    void theAreaIsTheShareOfPairsInTheRightOrder(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 5) Integer> scores) {
        List<Separation.Scored> scored = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            scored.add(new Separation.Scored(scores.get(i) / 5.0, i % 2 == 0));
        }
        double right = 0;
        double pairs = 0;
        for (Separation.Scored hit : scored) {
            for (Separation.Scored miss : scored) {
                if (hit.hit() && !miss.hit()) {
                    pairs++;
                    right += hit.probability() > miss.probability()
                            ? 1
                            : hit.probability() == miss.probability() ? 0.5 : 0;
                }
            }
        }

        assertThat(Separation.of(scored).auc()).isCloseTo(right / pairs, within(1e-12));
    }

    @Test
    void withoutRowsThereIsNothingToLearn() {
        assertThatThrownBy(() -> RiskFit.of(List.of(), List.of(), 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RiskModel exams(double ridge) {
        List<Observation> rows = new ArrayList<>();
        List<Boolean> outcomes = new ArrayList<>();
        for (int i = 0; i < HOURS.length; i++) {
            rows.add(hours(HOURS[i]));
            outcomes.add(PASSED[i] == 1);
        }
        return RiskFit.of(rows, outcomes, ridge, 1);
    }

    private static Observation hours(double hours) {
        return new Observation(Map.of("hours", hours), Map.of());
    }

    private static double odds(RiskModel model, double hours) {
        double probability = model.probability(hours(hours));
        return probability / (1 - probability);
    }
}
