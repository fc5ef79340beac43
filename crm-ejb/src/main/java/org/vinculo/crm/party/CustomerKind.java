package org.vinculo.crm.party;

/** Whether a customer is a human being or an organisation. */
public enum CustomerKind {
    PERSON,
    ORGANISATION
}
