package org.vinculo.crm.operations;

/** Where a backup is. */
public enum BackupState {
    RUNNING,
    DONE,
    FAILED
}
