package org.vinculo.crm.exchange;

/** How far an export is. */
public enum ExportState {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    /** The file was deleted; what it was is still known. */
    EXPIRED;

    public boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }
}
