package org.vinculo.crm.consent;

/** How much a message matters to the person it goes to, not to the company. */
public enum Urgency {
    ROUTINE,
    IMPORTANT,
    URGENT
}
