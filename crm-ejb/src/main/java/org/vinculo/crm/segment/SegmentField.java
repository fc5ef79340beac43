package org.vinculo.crm.segment;

import static org.vinculo.crm.segment.SegmentKind.AMOUNT;
import static org.vinculo.crm.segment.SegmentKind.CHOICE;
import static org.vinculo.crm.segment.SegmentKind.CONTACT_IN;
import static org.vinculo.crm.segment.SegmentKind.COUNT_IN;
import static org.vinculo.crm.segment.SegmentKind.DAY;
import static org.vinculo.crm.segment.SegmentKind.PERMISSION;
import static org.vinculo.crm.segment.SegmentKind.PRODUCT_IN;
import static org.vinculo.crm.segment.SegmentKind.SCORE;
import static org.vinculo.crm.segment.SegmentKind.SHARE;
import static org.vinculo.crm.segment.SegmentKind.SUM_IN;
import static org.vinculo.crm.segment.SegmentKind.TEXT;
import static org.vinculo.crm.segment.SegmentKind.WORDS;

import org.vinculo.crm.identity.Permission;

/** What can be asked of customers. */
public enum SegmentField {
    KIND(SegmentTopic.CUSTOMER, CHOICE, Permission.CUSTOMER_VIEW, "c.kind"),
    STAGE(SegmentTopic.CUSTOMER, CHOICE, Permission.CUSTOMER_VIEW, "c.stage"),
    COUNTRY(SegmentTopic.CUSTOMER, CHOICE, Permission.CUSTOMER_VIEW, "c.country"),
    CITY(SegmentTopic.CUSTOMER, TEXT, Permission.CUSTOMER_VIEW, "c.city"),
    LANGUAGE(SegmentTopic.CUSTOMER, CHOICE, Permission.CUSTOMER_VIEW, "c.preferred_language"),
    OWNER(SegmentTopic.CUSTOMER, CHOICE, Permission.CUSTOMER_VIEW, "c.owner_id"),
    TEAM(SegmentTopic.CUSTOMER, CHOICE, Permission.CUSTOMER_VIEW, "c.team_id"),
    ACQUIRED_VIA(SegmentTopic.CUSTOMER, CHOICE, Permission.CUSTOMER_VIEW, "c.acquired_via"),
    ACQUIRED_FROM(SegmentTopic.CUSTOMER, TEXT, Permission.CUSTOMER_VIEW, "c.acquired_from"),
    CREATED(SegmentTopic.CUSTOMER, DAY, Permission.CUSTOMER_VIEW, "c.created_at"),

    MAY_CONTACT(SegmentTopic.CONTACT, PERMISSION, Permission.CONSENT_VIEW, null),
    PREFERS(SegmentTopic.CONTACT, CHOICE, Permission.CONSENT_VIEW, "w.first_channel"),
    LAST_CONTACT(SegmentTopic.CONTACT, DAY, Permission.INTERACTION_VIEW, null),
    SPOKE_BY(SegmentTopic.CONTACT, CONTACT_IN, Permission.INTERACTION_VIEW, null),

    TIER(SegmentTopic.VALUE, CHOICE, Permission.VALUE_VIEW, "v.tier"),
    LTV(SegmentTopic.VALUE, AMOUNT, Permission.VALUE_VIEW, "v.ltv"),
    CONTRIBUTION(SegmentTopic.VALUE, AMOUNT, Permission.VALUE_VIEW, "v.contribution"),
    POTENTIAL(SegmentTopic.VALUE, AMOUNT, Permission.VALUE_VIEW, "v.potential"),
    GAP(SegmentTopic.VALUE, AMOUNT, Permission.VALUE_VIEW, "v.gap"),
    CELL(SegmentTopic.VALUE, CHOICE, Permission.VALUE_VIEW, "v.rfm_cell"),
    RECENCY(SegmentTopic.VALUE, SCORE, Permission.VALUE_VIEW, "(v.rfm / 100)"),
    FREQUENCY(SegmentTopic.VALUE, SCORE, Permission.VALUE_VIEW, "(mod(v.rfm, 100) / 10)"),
    MONETARY(SegmentTopic.VALUE, SCORE, Permission.VALUE_VIEW, "mod(v.rfm, 10)"),

    PHASE(SegmentTopic.LIFECYCLE, CHOICE, Permission.VALUE_VIEW, "v.phase"),
    ALIVE(SegmentTopic.LIFECYCLE, SHARE, Permission.VALUE_VIEW, "v.p_alive"),
    RISK(SegmentTopic.LIFECYCLE, SHARE, Permission.VALUE_VIEW, "v.churn_risk"),

    FIRST_PURCHASE(SegmentTopic.PURCHASES, DAY, Permission.VALUE_VIEW, "v.first_on"),
    LAST_PURCHASE(SegmentTopic.PURCHASES, DAY, Permission.VALUE_VIEW, "v.last_on"),
    PURCHASES(SegmentTopic.PURCHASES, COUNT_IN, Permission.PURCHASE_VIEW, "count(*)"),
    SPENT(SegmentTopic.PURCHASES, SUM_IN, Permission.PURCHASE_VIEW, "coalesce(sum(p.net_total), 0)"),
    BOUGHT(SegmentTopic.PURCHASES, PRODUCT_IN, Permission.PURCHASE_VIEW, null),

    NEED(SegmentTopic.NEEDS, WORDS, Permission.CUSTOMER_VIEW, null);

    private final SegmentTopic topic;
    private final SegmentKind kind;
    private final Permission permission;
    private final String column;

    SegmentField(SegmentTopic topic, SegmentKind kind, Permission permission, String column) {
        this.topic = topic;
        this.kind = kind;
        this.permission = permission;
        this.column = column;
    }

    public SegmentTopic topic() {
        return topic;
    }

    public SegmentKind kind() {
        return kind;
    }

    /** Without it nobody may ask. */
    public Permission permission() {
        return permission;
    }

    /** Where it stands: c the customer, v the figures, w the wishes, p purchases; null for questions. */
    public String column() {
        return column;
    }
}
