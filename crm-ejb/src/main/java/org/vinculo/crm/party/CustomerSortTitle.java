package org.vinculo.crm.party;

import java.io.Serializable;

/** Something that the list of customers can be put in the order of, by its name in the address and in the API. */
public record CustomerSortTitle(String field, Phrase title) implements Serializable {}
