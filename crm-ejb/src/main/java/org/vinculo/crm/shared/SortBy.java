package org.vinculo.crm.shared;

import java.io.Serializable;

/** A requested order. The field is a name out of the list's own allow-list, never a column or path. */
public record SortBy(String field, boolean ascending) implements Serializable {}
