package org.vinculo.crm.value;

/** Why something is not to be offered to a customer. */
public enum DismissReason {
    NOT_INTERESTED,
    HAS_IT_ELSEWHERE,
    DOES_NOT_FIT,
    OTHER
}
