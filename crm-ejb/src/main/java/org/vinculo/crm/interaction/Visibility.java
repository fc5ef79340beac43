package org.vinculo.crm.interaction;

/** Who may read it: only staff, or the customer in the portal too. */
public enum Visibility {
    INTERNAL,
    CUSTOMER
}
