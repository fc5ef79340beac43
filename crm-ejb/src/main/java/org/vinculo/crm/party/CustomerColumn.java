package org.vinculo.crm.party;

import java.util.Collection;
import java.util.Map;

/** A column that another room adds to the list of customers. Asked once per page, for all its rows together. */
public interface CustomerColumn {

    /** Name of the column in the address and in what a person chose; unique. */
    String id();

    int order();

    Phrase title();

    /** Whether the caller may see it; a column that may not be seen is not offered. */
    boolean permitted();

    /** What is known of each customer, by internal id; who is left out has nothing. */
    Map<Long, Phrase> values(Collection<Long> customerIds);
}
