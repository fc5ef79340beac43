package org.vinculo.crm.value;

import java.io.Serializable;
import java.util.List;

/**
 * Which rules are searched for.
 *
 * @param version number of the version of these settings
 * @param minSupport smallest share of baskets that contain all products of a rule, above 0 to 1
 * @param minConfidence smallest share of baskets with the right side among those with the left, 0 to 1
 * @param minLift how many times more often than by chance at least, 0 for any
 * @param mostItems products of both sides together, 2 to 6
 * @param dismissedDays how long an offer that was dismissed for a customer is not made again
 * @param excluded codes of products that say nothing about taste, such as postage
 */
public record AffinityLimits(
        int version,
        double minSupport,
        double minConfidence,
        double minLift,
        int mostItems,
        int dismissedDays,
        List<String> excluded)
        implements Serializable {

    /** Until somebody decides otherwise. */
    public static final AffinityLimits DEFAULT = new AffinityLimits(0, 0.005, 0.2, 1.2, 4, 180, List.of());

    public AffinityLimits {
        excluded = List.copyOf(excluded);
    }
}
