package org.vinculo.crm.demo.internal.story;

import org.vinculo.crm.party.CustomerKind;

/** What sort of buyer somebody is; the numbers give many who buy once and few who stay. */
enum Profile implements Dice.Weighted {
    HOUSEHOLD(CustomerKind.PERSON, 40, 58, 0.40, 0.10),
    ENTHUSIAST(CustomerKind.PERSON, 12, 38, 0.16, 0.05),
    GIFT(CustomerKind.PERSON, 12, 240, 0.84, 0.40),
    CAFE(CustomerKind.ORGANISATION, 16, 24, 0.16, 0.035),
    HOTEL(CustomerKind.ORGANISATION, 8, 32, 0.12, 0.03),
    OFFICE(CustomerKind.ORGANISATION, 14, 36, 0.20, 0.05);

    private final CustomerKind kind;
    private final int weight;
    private final int gap;
    private final double onceOnly;
    private final double leaving;

    Profile(CustomerKind kind, int weight, int gap, double onceOnly, double leaving) {
        this.kind = kind;
        this.weight = weight;
        this.gap = gap;
        this.onceOnly = onceOnly;
        this.leaving = leaving;
    }

    CustomerKind kind() {
        return kind;
    }

    boolean isBusiness() {
        return kind == CustomerKind.ORGANISATION;
    }

    /** Usual days between two orders. */
    int gap() {
        return gap;
    }

    /** Share of those who never come back after the first order. */
    double onceOnly() {
        return onceOnly;
    }

    /** Chance to leave after any later order. */
    double leaving() {
        return leaving;
    }

    @Override
    public int weight() {
        return weight;
    }
}
