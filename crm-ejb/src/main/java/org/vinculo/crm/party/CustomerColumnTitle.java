package org.vinculo.crm.party;

import java.io.Serializable;

/**
 * A column that can be chosen for the list of customers.
 *
 * @param ofNumbers whether numbers and amounts stand in it
 * @param sorted whether the list can be put in its order
 */
public record CustomerColumnTitle(String id, Phrase title, boolean ofNumbers, boolean sorted) implements Serializable {}
