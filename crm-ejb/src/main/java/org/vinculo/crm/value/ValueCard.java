package org.vinculo.crm.value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * The figures of one customer on a day. What does not exist is null; of somebody who never bought only the phase does.
 *
 * @param recencyDays whole days since the last purchase
 * @param frequency orders within the window of the settings
 * @param monetary sum of those orders
 * @param rfm the three scores as digits, 111 to 555
 * @param repeats days with a purchase after the first ({@code x})
 * @param lastRepeat weeks from the first purchase to the last ({@code t_x})
 * @param age weeks from the first purchase to the day of the figures ({@code T})
 * @param meanValue of the repeat days ({@code m_x})
 * @param pAlive chance to be a customer still, 0 to 1; null without a model
 * @param expectedPurchases within the periods of the model card
 * @param expectedWorth value expected of the next purchase
 * @param ltvGross discounted value before service
 * @param ltvService discounted service
 * @param ltv lifetime value after service
 * @param netRevenue of the whole history
 * @param margin of the whole history
 * @param yearMargin of the last twelve months
 * @param yearService what serving the customer took in the last twelve months
 * @param contribution of the last twelve months after service
 * @param potential what one in ten of those alike reaches
 * @param gap what is missing to the potential
 * @param tierSuggested what the figures say by themselves
 * @param tierSeen evaluations in a row that said so clearly
 * @param handTier decided by a person until {@code handUntil}
 * @param idip steps of one to one that were taken
 */
public record ValueCard(
        LocalDate asOf,
        Instant computedAt,
        String currency,
        ValueModel model,
        Set<ValueFlag> flags,
        LocalDate firstOn,
        LocalDate lastOn,
        Integer recencyDays,
        Integer frequency,
        BigDecimal monetary,
        Integer rfm,
        RfmCell rfmCell,
        int repeats,
        double lastRepeat,
        double age,
        double meanValue,
        Double pAlive,
        Double expectedPurchases,
        Double expectedWorth,
        Double ltvGross,
        Double ltvService,
        Double ltv,
        BigDecimal netRevenue,
        BigDecimal margin,
        BigDecimal yearMargin,
        BigDecimal yearService,
        BigDecimal contribution,
        Double potential,
        Double gap,
        Double churnRisk,
        Tier tier,
        TierReason tierReason,
        LocalDate tierSince,
        Tier tierSuggested,
        int tierSeen,
        int tierPolicyNumber,
        Tier handTier,
        LocalDate handUntil,
        Phase phase,
        LocalDate phaseSince,
        PhaseRule phaseRule,
        Set<IdipStep> idip)
        implements Serializable {

    public ValueCard {
        flags = Set.copyOf(flags);
        idip = Set.copyOf(idip);
    }

    /** Whether there was a purchase, so that there are figures beside the phase. */
    public boolean bought() {
        return firstOn != null;
    }

    public Integer recencyScore() {
        return rfm == null ? null : Integer.valueOf(rfm / 100);
    }

    public Integer frequencyScore() {
        return rfm == null ? null : Integer.valueOf(rfm / 10 % 10);
    }

    public Integer monetaryScore() {
        return rfm == null ? null : Integer.valueOf(rfm % 10);
    }

    public boolean decidedByHand() {
        return tierReason == TierReason.DECIDED_BY_HAND;
    }
}
