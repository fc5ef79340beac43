package org.vinculo.crm.value.internal.tier;

import java.util.Map;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierTreatment;

/**
 * The rules of a version; a new version never changes what an old one decided.
 *
 * @param newDays tenure below which somebody may be new
 * @param newPurchases purchases below which somebody may be new
 * @param bestShareOfValue share of all positive value that the best bring together, 0 to 1
 * @param fewestBest smallest share of customers among the best, 0 to 1
 * @param mostBest largest share of customers among the best, 0 to 1
 * @param growthQuantile of the gaps in per cent from which there is room to grow, 0 to 100
 * @param band around a cut in which nothing is clear, 0.1 for ten per cent either way
 * @param confirmations evaluations in a row that a change takes, 1 or more
 */
public record TierPolicy(
        int version,
        int newDays,
        int newPurchases,
        double bestShareOfValue,
        double fewestBest,
        double mostBest,
        int growthQuantile,
        double band,
        int confirmations,
        Map<Tier, TierTreatment> treatments) {

    /** @throws IllegalArgumentException when one of them is out of range */
    public TierPolicy {
        boolean shares = fewestBest >= 0 && fewestBest <= mostBest && mostBest <= 1 && bestShareOfValue <= 1;
        if (!shares || growthQuantile < 0 || growthQuantile > 100 || !(band >= 0 && band < 1) || confirmations < 1) {
            throw new IllegalArgumentException("no policy for tiers, version " + version);
        }
        treatments = Map.copyOf(treatments);
    }

    /** What a house starts with. */
    public static TierPolicy initial(Map<Tier, TierTreatment> treatments) {
        return new TierPolicy(1, 90, 2, 0.5, 0.05, 0.2, 80, 0.1, 2, treatments);
    }
}
