package org.vinculo.crm.identity;

/** Which colours a person wants to see. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}
