package org.vinculo.crm.privacy;

/** What people may ask about their data (LGPD art. 18 and 20; GDPR art. 15 to 22). */
public enum RequestKind {
    ACCESS,
    PORTABILITY,
    CORRECTION,
    ERASURE,
    RESTRICTION,
    OBJECTION,
    /** That a person looks at a decision of the computer. */
    REVIEW
}
