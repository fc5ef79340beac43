package org.vinculo.crm.activity;

/** The views of the list of tasks. */
public enum TaskFilter {
    /** Open, and the caller's. */
    MINE,
    /** Open, of the caller's team, and nobody has taken it yet. */
    QUEUE,
    /** Open, the caller's or in the queue, and the time is past. */
    OVERDUE,
    /** Open, the caller's or in the queue, and due until the end of today. */
    TODAY,
    /** Open, the caller's or in the queue, and due within seven days. */
    WEEK,
    /** Open, whosever, as far as the permission reaches. */
    ALL,
    /** Done ones, as far as the permission reaches. */
    DONE
}
