package org.vinculo.crm.party;

/** What one customer is to another; each has a word for either direction. */
public enum RelationType {
    WORKS_FOR(false),
    HOUSEHOLD(true),
    BELONGS_TO(false),
    PARTNER(true),
    RESELLER(false),
    DISTRIBUTOR(false),
    REFERRED_BY(false),
    COMPETITORS_CUSTOMER(false);

    private final boolean mutual;

    RelationType(boolean mutual) {
        this.mutual = mutual;
    }

    /** Whether it reads the same from both sides. */
    public boolean isMutual() {
        return mutual;
    }
}
