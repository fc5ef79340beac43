package org.vinculo.crm.interaction;

/** What came out of a conversation. */
public enum Outcome {
    DONE,
    FOLLOW_UP,
    INTERESTED,
    NOT_INTERESTED,
    COMPLAINT,
    NOT_REACHED,
    LEFT_MESSAGE
}
