package org.vinculo.crm.party;

/** Where work on many customers is. */
public enum BulkState {
    RUNNING,
    DONE,
    UNDOING,
    UNDONE,
    FAILED
}
