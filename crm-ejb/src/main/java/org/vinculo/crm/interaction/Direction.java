package org.vinculo.crm.interaction;

/** Who began: the customer, or the company. */
public enum Direction {
    IN,
    OUT
}
