package org.vinculo.crm.party;

/** What the customer sees of a field in the portal. */
public enum CustomPortal {
    HIDDEN,
    SHOWN,
    EDITABLE
}
