package org.vinculo.crm.value;

/** Where a relationship stands: the four phases and what may happen beside them. */
public enum Phase {
    SELECTION,
    ACQUISITION,
    RETENTION,
    EXTENSION,
    AT_RISK,
    LAPSED,
    LOST,
    WON_BACK,
    CLOSED;

    /** Whether somebody in this phase is a customer now. */
    public boolean isCustomer() {
        return this == RETENTION || this == EXTENSION || this == AT_RISK || this == WON_BACK;
    }

    /** Whether somebody in this phase was a customer and is none any more. */
    public boolean isGone() {
        return this == LAPSED || this == LOST || this == CLOSED;
    }
}
