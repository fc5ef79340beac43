package org.vinculo.crm.value;

import java.io.Serializable;

/**
 * Which customers of the figures are wanted; null means any.
 *
 * @param rfm scores as three digits, where 0 stands for any, for example 550 for the best by recency and frequency, 5 for
 *     those who spent most
 * @param definition by which the scores are meant; null for the one of the settings
 * @param idip a step that was taken
 * @param belowZero whether only those whose last twelve months brought less than nothing are wanted
 * @param cohort quarter of the first purchase, as 2026-Q4
 */
public record ValueList(
        Tier tier,
        Phase phase,
        RfmCell cell,
        Integer rfm,
        RfmDefinition definition,
        IdipStep idip,
        boolean belowZero,
        String cohort)
        implements Serializable {

    public static final ValueList ALL = new ValueList(null, null, null, null, null, null, false, null);

    /** Whether nobody is left out. */
    public boolean isEverybody() {
        return new ValueList(tier, phase, cell, rfm, null, idip, belowZero, cohort).equals(ALL);
    }

    public static ValueList of(Tier tier) {
        return new ValueList(tier, null, null, null, null, null, false, null);
    }

    public static ValueList of(Phase phase) {
        return new ValueList(null, phase, null, null, null, null, false, null);
    }
}
