package org.vinculo.crm.value;

/** How customers are cut into five groups by recency, frequency and monetary value; the three give different counts. */
public enum RfmDefinition {
    /** Five groups of equal size: SQL {@code NTILE(5)} from worst to best, ties cut by customer id. */
    EQUAL_GROUPS,

    /** Cut at the 20, 40, 60 and 80 % quantiles; a score is one more than the cut points strictly below. */
    QUANTILES,

    /** Cut at those quantiles plus one, lower bound included: the scores of the R package rfm. */
    QUANTILES_PLUS_ONE
}
