package org.vinculo.crm.notification;

/** Where a message is. */
public enum OutboxState {
    WAITING,
    CLAIMED,
    SENT,
    FAILED
}
