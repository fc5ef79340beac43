package org.vinculo.crm.party;

/** What the timeline can be narrowed to. */
public enum TimelineGroup {
    CONVERSATION,
    MONEY,
    SYSTEM
}
