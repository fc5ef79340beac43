package org.vinculo.crm.activity;

/** Where a task came from. */
public enum TaskOrigin {
    STAFF,
    /** Proposed by the rules of regular contact and accepted by somebody. */
    CADENCE,
    /** The next one of a task that comes again. */
    REPEAT
}
