package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Why a customer has the chance to leave that they have.
 *
 * @param average chance of somebody who is average in everything
 * @param factors the strongest first; together they lead from the average to the chance
 */
public record ChurnExplanation(double chance, double average, List<Part> factors, LocalDate asOf, int windowDays)
        implements Serializable {

    public ChurnExplanation {
        factors = List.copyOf(factors);
    }

    /**
     * @param value of the factor as people count it, or null where it does not exist
     * @param oddsRatio how many times the odds of an average customer; above 1 speaks for leaving
     */
    public record Part(ChurnFactor factor, Double value, double oddsRatio) implements Serializable {

        public boolean raises() {
            return oddsRatio > 1;
        }
    }
}
