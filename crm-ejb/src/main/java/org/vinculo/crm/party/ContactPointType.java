package org.vinculo.crm.party;

/** Sorts of addresses under which a customer is reached. */
public enum ContactPointType {
    EMAIL,
    PHONE,
    POSTAL,
    SOCIAL,
    WEB
}
