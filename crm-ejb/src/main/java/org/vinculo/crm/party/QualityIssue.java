package org.vinculo.crm.party;

/** What can be missing or doubtful about a customer, the most worth asking first. */
public enum QualityIssue {
    NO_EMAIL(true),
    NO_PHONE(true),
    EMAIL_UNVERIFIED(false),
    PHONE_UNVERIFIED(false),
    NO_ADDRESS(true),
    NO_LANGUAGE(true),
    NO_BIRTH_DATE(true),
    NO_TAX_ID(true),
    NO_SOURCE(true),
    STALE(false),
    DUPLICATE(false);

    private final boolean gap;

    QualityIssue(boolean gap) {
        this.gap = gap;
    }

    /** Whether something is missing, which counts towards completeness. */
    public boolean isGap() {
        return gap;
    }

    /** How many things are wanted of a customer: a person's birth date is one more. */
    public static int wanted(CustomerKind kind) {
        int gaps = 0;
        for (QualityIssue issue : values()) {
            gaps += issue.gap ? 1 : 0;
        }
        return kind == CustomerKind.PERSON ? gaps : gaps - 1;
    }
}
