package org.vinculo.crm.value;

/** Where a computation of all figures stands. */
public enum RefreshState {
    WAITING,
    RUNNING,
    DONE,
    FAILED
}
