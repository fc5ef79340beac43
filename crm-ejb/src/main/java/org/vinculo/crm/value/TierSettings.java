package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * By which rules customers come into tiers and how each tier is treated; a version of the settings of the house.
 *
 * @param number of the version
 * @param newDays tenure below which somebody may be new
 * @param newPurchases purchases below which somebody may be new
 * @param bestShareOfValue share of all positive value that the most valuable bring together, 0 to 1
 * @param fewestBest smallest share of customers among the most valuable, 0 to 1
 * @param mostBest largest share of customers among the most valuable, 0 to 1
 * @param growthQuantile of the gaps to the potential in per cent from which there is room to grow
 * @param band around a cut in which nothing is clear, 0.1 for ten per cent either way
 * @param confirmations evaluations in a row that a change takes
 */
public record TierSettings(
        int number,
        int newDays,
        int newPurchases,
        double bestShareOfValue,
        double fewestBest,
        double mostBest,
        int growthQuantile,
        double band,
        int confirmations,
        Map<Tier, TierTreatment> treatments,
        Instant changedAt,
        String changedBy,
        String reason)
        implements Serializable {

    public TierSettings {
        treatments = treatments.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(treatments));
    }
}
