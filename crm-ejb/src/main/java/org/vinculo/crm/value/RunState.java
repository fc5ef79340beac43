package org.vinculo.crm.value;

/** Where a computation is. */
public enum RunState {
    RUNNING,
    COMPLETED,
    FAILED
}
