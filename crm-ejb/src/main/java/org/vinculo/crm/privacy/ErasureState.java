package org.vinculo.crm.privacy;

/** How far an erasure is. */
public enum ErasureState {
    RUNNING,
    DONE,
    FAILED
}
