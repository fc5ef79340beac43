package org.vinculo.crm.value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The base as a whole, as far as the caller reaches.
 *
 * @param oldest when the oldest of these figures was made
 * @param known customers and prospects
 * @param bought customers who ever bought
 * @param belowZero customers whose last twelve months brought less than nothing
 * @param revenue of all their purchases
 */
public record ValueOverview(
        LocalDate asOf,
        Instant computedAt,
        String currency,
        long known,
        long bought,
        long belowZero,
        BigDecimal revenue,
        BigDecimal margin,
        BigDecimal contribution,
        double ltv,
        List<TierShare> tiers,
        List<PhaseShare> phases,
        List<IdipShare> idip)
        implements Serializable {

    public ValueOverview {
        tiers = List.copyOf(tiers);
        phases = List.copyOf(phases);
        idip = List.copyOf(idip);
    }

    public record TierShare(Tier tier, long customers, double ltv, BigDecimal contribution) implements Serializable {}

    public record PhaseShare(Phase phase, long customers, double ltv) implements Serializable {}

    /** @param customers that took the step, whatever the others */
    public record IdipShare(IdipStep step, long customers) implements Serializable {}
}
