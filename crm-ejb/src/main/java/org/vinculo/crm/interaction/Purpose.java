package org.vinculo.crm.interaction;

/** What a conversation is for. */
public enum Purpose {
    SALE,
    SERVICE,
    MARKETING,
    BILLING,
    RELATIONSHIP
}
