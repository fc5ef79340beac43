package org.vinculo.crm.exchange.entity;

/** The things that an import writes and can take back. */
public enum Traced {
    PURCHASE_LINE,
    INTERACTION,
    CUSTOMER
}
