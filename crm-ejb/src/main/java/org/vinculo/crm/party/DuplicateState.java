package org.vinculo.crm.party;

/** What became of two customers that look alike. */
public enum DuplicateState {
    /** Somebody has to look. */
    OPEN,
    /** Two different customers: never proposed again. */
    DISMISSED,
    /** They are one record now. */
    MERGED
}
