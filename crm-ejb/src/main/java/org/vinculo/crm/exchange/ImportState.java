package org.vinculo.crm.exchange;

/** Where an import is. */
public enum ImportState {
    QUEUED,
    RUNNING,
    COMPLETED,
    COMPLETED_WITH_ERRORS,
    FAILED,
    UNDONE;

    public boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }

    /** Whether it wrote what it could. */
    public boolean isCompleted() {
        return this == COMPLETED || this == COMPLETED_WITH_ERRORS;
    }
}
