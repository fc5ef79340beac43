package org.vinculo.crm.shared;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a room knows about a customer and what becomes of it when the customer is forgotten. The room of privacy asks
 * all beans of this type; a test lists every table that none of them answers for, so that a new table is noticed.
 *
 * <p>A room that adds a table names it in {@link #tables()}, or in {@link #impersonal()} when its rows say nothing about
 * a customer.
 */
public interface PersonalDataPart {

    /** Name of the room. */
    String room();

    /**
     * Place in an erasure, ascending. Rooms that need the customer's addresses to find their rows come before the room
     * that keeps them.
     */
    int order();

    /** The tables, in the order in which their rows can be removed. */
    List<PersonalTable> tables();

    /** Tables of the room that look personal and are not, each with the reason. */
    default Map<String, String> impersonal() {
        return Map.of();
    }

    /** How long things of the room are kept. */
    default List<RetentionRule> retention() {
        return List.of();
    }

    /** What the room keeps about a customer outside of columns, such as files and rows found by their text. */
    default List<PersonalTrace> traces(long customerId) {
        return List.of();
    }

    /**
     * Removes what {@link #traces} finds. Called in a transaction of its own, again after an interruption; must not fail
     * when it is done already.
     */
    default void eraseTraces(long customerId) {}

    /** Files that belong to the customer, for a copy of everything. */
    default List<PersonalFile> files(long customerId) {
        return List.of();
    }

    /** How many things of a rule of the room's own are older than that. */
    default long overdue(String rule, Instant before) {
        return 0;
    }

    /**
     * Removes things of a rule of the room's own that are older than that, the oldest first.
     *
     * @return how many
     */
    default long remove(String rule, Instant before, int atMost) {
        return 0;
    }
}
