package org.vinculo.crm.party;

/** What an administrator's field holds. */
public enum CustomType {
    TEXT,
    NUMBER,
    MONEY,
    DATE,
    CHOICE,
    MULTI,
    LINK,
    /** Computed from numbers and amounts. */
    FORMULA;

    public boolean isChoice() {
        return this == CHOICE || this == MULTI;
    }

    /** Whether it is kept, compared and ordered as a number. */
    public boolean isNumber() {
        return this == NUMBER || this == MONEY || this == FORMULA;
    }
}
