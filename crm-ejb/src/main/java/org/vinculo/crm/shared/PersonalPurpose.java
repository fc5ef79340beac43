package org.vinculo.crm.shared;

/** What personal data are kept for. */
public enum PersonalPurpose {
    /** To know and reach the customer. */
    RELATIONSHIP,
    /** To fulfil what was bought. */
    CONTRACT,
    /** To respect what the customer allowed. */
    CONSENT,
    /** To serve the customer according to what the relation is worth. */
    PROFILE,
    /** To protect the account. */
    SECURITY,
    /** To prove what was done, because the law asks for it. */
    PROOF
}
