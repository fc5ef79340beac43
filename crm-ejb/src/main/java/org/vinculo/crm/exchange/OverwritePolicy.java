package org.vinculo.crm.exchange;

/** What happens to a field that the customer has already. */
public enum OverwritePolicy {
    FILL_EMPTY,
    REPLACE,
    KEEP,
    /** Addresses and numbers only: a further one beside those that are there. */
    ADD
}
