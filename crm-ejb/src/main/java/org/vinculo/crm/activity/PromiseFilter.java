package org.vinculo.crm.activity;

/** Which promises a list shows. */
public enum PromiseFilter {
    /** Not settled yet. */
    OPEN,
    /** Not settled, and the day is past. */
    OVERDUE,
    /** Fulfilled on or before the day. */
    KEPT,
    /** Fulfilled after the day. */
    LATE,
    WITHDRAWN,
    /** What the share of kept promises is of: kept, kept late and overdue. */
    COUNTED,
    ALL
}
