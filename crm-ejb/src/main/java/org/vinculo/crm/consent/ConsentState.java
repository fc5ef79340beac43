package org.vinculo.crm.consent;

/** What the person said about one purpose on one channel. */
public enum ConsentState {
    UNKNOWN,
    PENDING,
    GRANTED,
    DENIED,
    WITHDRAWN,
    EXPIRED;

    /** The person said no, once or after a yes. */
    public boolean isRefusal() {
        return this == DENIED || this == WITHDRAWN;
    }
}
