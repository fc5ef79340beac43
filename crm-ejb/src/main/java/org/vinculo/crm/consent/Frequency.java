package org.vinculo.crm.consent;

/** How often advertising may arrive. */
public enum Frequency {
    ALL,
    MONTHLY,
    IMPORTANT
}
