package org.vinculo.crm.party;

/** Whether the customer said it or somebody concluded it. */
public enum NeedBasis {
    STATED,
    INFERRED
}
