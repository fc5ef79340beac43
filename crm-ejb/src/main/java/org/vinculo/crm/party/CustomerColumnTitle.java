package org.vinculo.crm.party;

import java.io.Serializable;

/** A column that can be chosen for the list of customers. */
public record CustomerColumnTitle(String id, Phrase title) implements Serializable {}
