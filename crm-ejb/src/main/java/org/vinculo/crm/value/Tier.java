package org.vinculo.crm.value;

/** What a customer is worth to the house, as a group that is treated alike. */
public enum Tier {
    /** Most valuable customers: kept and recognised. */
    MVC,

    /** Most growable customers: developed. */
    MGC,

    /** Below zero: repaired, never shut out automatically. */
    BZ,

    /** Profitable without great expression. */
    INTERMEDIATE,

    /** Too early to say. */
    NEW
}
