package org.vinculo.crm.value;

/** Why somebody leaves, as they say. */
public enum DefectionReason {
    PRICE,
    PRODUCT,
    SERVICE,
    COMPETITOR,
    NEED_ENDED,
    MOVED,
    OTHER,
    UNKNOWN
}
