package org.vinculo.crm.consent;

/** The ground of GDPR art. 6 / LGPD art. 7 on which a purpose stands. */
public enum LegalBasis {
    CONTRACT,
    CONSENT,
    LEGITIMATE_INTEREST,
    LEGAL_OBLIGATION
}
