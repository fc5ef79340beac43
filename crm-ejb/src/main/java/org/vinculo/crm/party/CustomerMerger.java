package org.vinculo.crm.party;

import java.util.Set;

/**
 * Moves the rows of a room from one customer to another when two records become one. Each table that refers to customers
 * belongs to exactly one bean of this type, also when its rows stay where they are; a test fails for a table that
 * nobody names. Whatever is done through the {@link MergeRun} is written down and taken back by a split without any
 * code of the room.
 *
 * <p>The bean has a constructor without arguments; the tables can be asked of an object that nothing was injected into.
 */
public interface CustomerMerger {

    /** The tables with a column that refers to a customer, in lower case. */
    Set<String> tables();

    /** Moves the rows; runs in the transaction of the merge, with both customers locked. */
    void merge(MergeRun run);

    /** What must follow once a split has put the rows back. */
    default void split(MergeRun run) {}
}
