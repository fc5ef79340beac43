package org.vinculo.crm.privacy;

/** How far a copy of personal data is. */
public enum CopyState {
    PREPARING,
    READY,
    FAILED,
    EXPIRED
}
