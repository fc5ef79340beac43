package org.vinculo.crm.value;

/** What became of the question whether a tier is right. */
public enum TierReviewState {
    OPEN,
    /** A person looked and left the tier as it is. */
    KEPT,
    /** A person looked and decided otherwise. */
    CHANGED
}
