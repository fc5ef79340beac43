package org.vinculo.crm.consent;

/** What is known of the address or number that a channel uses. */
public enum AddressState {
    MISSING,
    INVALID,
    UNVERIFIED,
    VERIFIED
}
