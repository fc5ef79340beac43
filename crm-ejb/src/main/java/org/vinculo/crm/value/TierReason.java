package org.vinculo.crm.value;

/** Why a customer is in a tier; screens say it with the figure and the cut. */
public enum TierReason {
    TOO_EARLY_TO_SAY,
    VALUE_AND_CONTRIBUTION_BELOW_ZERO,
    VALUE_AMONG_THE_BEST,
    ROOM_TO_GROW,
    NONE_OF_THE_OTHERS,

    /** The figures say otherwise, but not clearly or not often enough yet. */
    KEPT_UNTIL_CONFIRMED,

    /** A person decided, until a day. */
    DECIDED_BY_HAND
}
