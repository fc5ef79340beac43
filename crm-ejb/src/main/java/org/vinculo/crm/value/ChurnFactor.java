package org.vinculo.crm.value;

/** What the chance to leave is read from. */
public enum ChurnFactor {
    /** Days since the last purchase. */
    RECENCY,

    /** Days since the last purchase in pauses as they are usual for the customer, at most 10. */
    RHYTHM,

    /** Purchases within a year, on a logarithmic scale. */
    ORDERS,

    /** Days since the first purchase. */
    TENURE,

    /** Spent in the last half year against the half year before, -1 to 1. */
    TREND,

    /** Share of documents of a year that gave something back. */
    RETURNS,

    /** Conversations within a quarter, on a logarithmic scale. */
    CONTACTS,

    /** Unhappy conversations within half a year. */
    UNHAPPY
}
