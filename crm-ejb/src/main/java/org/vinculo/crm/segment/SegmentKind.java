package org.vinculo.crm.segment;

import static org.vinculo.crm.segment.SegmentOperator.ALLOWED;
import static org.vinculo.crm.segment.SegmentOperator.AT_LEAST;
import static org.vinculo.crm.segment.SegmentOperator.AT_MOST;
import static org.vinculo.crm.segment.SegmentOperator.BEFORE;
import static org.vinculo.crm.segment.SegmentOperator.BETWEEN;
import static org.vinculo.crm.segment.SegmentOperator.DID;
import static org.vinculo.crm.segment.SegmentOperator.DID_NOT;
import static org.vinculo.crm.segment.SegmentOperator.IS;
import static org.vinculo.crm.segment.SegmentOperator.IS_NOT;
import static org.vinculo.crm.segment.SegmentOperator.KNOWN;
import static org.vinculo.crm.segment.SegmentOperator.LONGER_AGO;
import static org.vinculo.crm.segment.SegmentOperator.NOT_ALLOWED;
import static org.vinculo.crm.segment.SegmentOperator.SINCE;
import static org.vinculo.crm.segment.SegmentOperator.STARTS_WITH;
import static org.vinculo.crm.segment.SegmentOperator.UNKNOWN;
import static org.vinculo.crm.segment.SegmentOperator.WITHIN;

import java.util.List;

/** What sort of thing a field holds, and so what can be asked of it. */
public enum SegmentKind {
    /** One of a list. */
    CHOICE(IS, IS_NOT, KNOWN, UNKNOWN),
    /** Free text. */
    TEXT(IS, IS_NOT, STARTS_WITH, KNOWN, UNKNOWN),
    /** Money in the currency of the figures. */
    AMOUNT(AT_LEAST, AT_MOST, BETWEEN, KNOWN, UNKNOWN),
    /** A part of one, entered in percent. */
    SHARE(AT_LEAST, AT_MOST, BETWEEN, KNOWN, UNKNOWN),
    /** 1 to 5. */
    SCORE(AT_LEAST, AT_MOST, BETWEEN, KNOWN, UNKNOWN),
    /** A day or a moment. */
    DAY(WITHIN, LONGER_AGO, SINCE, BEFORE, KNOWN, UNKNOWN),
    /** A number within the last so many days, or ever. */
    COUNT_IN(AT_LEAST, AT_MOST),
    /** A sum of money within the last so many days, or ever. */
    SUM_IN(AT_LEAST, AT_MOST),
    /** A product, within the last so many days, or ever. */
    PRODUCT_IN(DID, DID_NOT),
    /** A way of contact, within the last so many days, or ever. */
    CONTACT_IN(DID, DID_NOT),
    /** A purpose and a channel. */
    PERMISSION(ALLOWED, NOT_ALLOWED),
    /** Words of what somebody needs. */
    WORDS(DID, DID_NOT);

    private final List<SegmentOperator> operators;

    SegmentKind(SegmentOperator... operators) {
        this.operators = List.of(operators);
    }

    /** What can be asked, the most usual first. */
    public List<SegmentOperator> operators() {
        return operators;
    }

    public boolean isOverTime() {
        return this == COUNT_IN || this == SUM_IN || this == PRODUCT_IN || this == CONTACT_IN;
    }

    public boolean isOfNumbers() {
        return this == AMOUNT || this == SHARE || this == SCORE || this == COUNT_IN || this == SUM_IN;
    }
}
