package org.vinculo.crm.party;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A column that another room adds to the list of customers. Asked once per page, for all its rows together. */
public interface CustomerColumn {

    /** Name of the column in the address and in what a person chose; unique. */
    String id();

    int order();

    Phrase title();

    /** Whether numbers and amounts stand in it, which are read one below the other. */
    default boolean ofNumbers() {
        return false;
    }

    /** Whether the caller may see it; a column that may not be seen is not offered. */
    boolean permitted();

    /** What is known of each customer, by internal id; who is left out has nothing. */
    Map<Long, Phrase> values(Collection<Long> customerIds);

    /**
     * How the list is put in the order of the column; empty when it is not, or when the caller sees less of the column than of
     * the list, since the order would tell the rest.
     */
    default Optional<ColumnSort> sort() {
        return Optional.empty();
    }
}
