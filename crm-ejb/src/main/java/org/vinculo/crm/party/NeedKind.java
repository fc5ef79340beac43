package org.vinculo.crm.party;

/** What a remark about a customer is about. */
public enum NeedKind {
    NEED,
    PREFERENCE,
    EXPECTATION,
    CONSTRAINT
}
