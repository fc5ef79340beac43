package org.vinculo.crm.segment;

/** What is asked of a field. */
public enum SegmentOperator {
    IS,
    IS_NOT,
    STARTS_WITH,
    AT_LEAST,
    AT_MOST,
    BETWEEN,
    /** In the last so many days. */
    WITHIN,
    /** Some time, but not in the last so many days. */
    LONGER_AGO,
    SINCE,
    BEFORE,
    DID,
    DID_NOT,
    ALLOWED,
    NOT_ALLOWED,
    KNOWN,
    UNKNOWN;

    /** How many values go with it; many stands for one or more. */
    public boolean takesNothing() {
        return this == KNOWN || this == UNKNOWN;
    }

    public boolean takesDays() {
        return this == WITHIN || this == LONGER_AGO;
    }

    public boolean takesDate() {
        return this == SINCE || this == BEFORE;
    }
}
