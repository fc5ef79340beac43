package org.vinculo.crm.shared;

/** Why something stays although its customer is forgotten. */
public enum PersonalGround {
    /** Sales are kept for the tax authorities (LGPD art. 16 I, GDPR art. 17(3)(b)). */
    TAX,
    /** The company must be able to show that it respected the law (LGPD art. 37, GDPR art. 5(2)). */
    PROOF,
    /** What is left says nothing about a person (LGPD art. 12). */
    ANONYMOUS,
    /** Keeps two rows from being joined or a number from being given twice; says nothing about a person. */
    TECHNICAL
}
