package org.vinculo.crm.privacy;

/** How far a request is. */
public enum RequestState {
    OPEN,
    DONE,
    REFUSED,
    /** Taken back by the one who asked. */
    WITHDRAWN;

    public boolean isOpen() {
        return this == OPEN;
    }
}
