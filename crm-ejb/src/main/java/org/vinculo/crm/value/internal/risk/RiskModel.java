package org.vinculo.crm.value.internal.risk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.value.internal.numeric.Logistic;

/**
 * A fitted logistic regression: {@code log-odds = intercept + sum of weight x scaled value}.
 *
 * @param intercept log-odds of somebody who is average in everything
 * @param weights log-odds per standard deviation, one for each column
 */
public record RiskModel(FeatureSpace space, double intercept, List<Double> weights) {

    /** @param logOdds what the feature adds against an average customer; positive makes it more likely */
    public record Factor(String feature, double logOdds) {

        /** The odds are so many times those of an average customer. */
        public double oddsRatio() {
            return Math.exp(logOdds);
        }
    }

    /** 0 to 1. */
    public double probability(Observation observation) {
        double logOdds = intercept;
        double[] scaled = space.scaled(observation);
        for (int i = 0; i < scaled.length; i++) {
            logOdds += weights.get(i) * scaled[i];
        }
        return Logistic.chance(logOdds);
    }

    /** What each feature adds, the strongest first; with the intercept they sum to the log-odds. */
    public List<Factor> factors(Observation observation) {
        Map<String, Double> sums = new LinkedHashMap<>();
        double[] scaled = space.scaled(observation);
        for (int i = 0; i < scaled.length; i++) {
            sums.merge(space.columns().get(i).feature(), weights.get(i) * scaled[i], Double::sum);
        }
        return sums.entrySet().stream()
                .map(entry -> new Factor(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((Factor factor) -> -Math.abs(factor.logOdds()))
                        .thenComparing(Factor::feature))
                .toList();
    }
}
