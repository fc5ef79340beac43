package org.vinculo.crm.activity;

/** Which occurrences of a series a change is about. */
public enum SeriesScope {
    THIS,
    FOLLOWING,
    ALL
}
