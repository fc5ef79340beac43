package org.vinculo.crm.party;

/** What two customers have in common, and how much that says. */
public enum DuplicateReason {
    EXTERNAL_ID(100),
    TAX_ID(95),
    EMAIL(90),
    NAME_AND_BIRTH_DATE(90),
    PHONE(80),
    NAME_AND_POSTAL_CODE(80),
    NAME_AND_CITY(70),
    NAME(50);

    private final int score;

    DuplicateReason(int score) {
        this.score = score;
    }

    /** 0 to 100; from 90 on it is almost certainly the same customer. */
    public int score() {
        return score;
    }
}
