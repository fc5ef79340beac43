package org.vinculo.crm.activity;

/** Where a task stands. */
public enum TaskState {
    OPEN,
    DONE,
    DROPPED
}
