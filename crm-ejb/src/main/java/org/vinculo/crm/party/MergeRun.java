package org.vinculo.crm.party;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The rows of two customers while they become one. Tables and columns are names written in the source; values are text
 * as {@link Row} has them.
 */
public interface MergeRun {

    /** The customer who stays. */
    long survivor();

    /** The customer who becomes a part of the other. */
    long merged();

    Instant at();

    String by();

    /** The moment of the merge as a row has it. */
    String since();

    /** All rows of the merged customer are the survivor's from now on. */
    void move(String table);

    /** As {@link #move}, except for rows of which the survivor has one with the same values: those stay, unseen. */
    void moveUnlike(String table, String... columns);

    /** These rows of the merged customer are the survivor's from now on. */
    void move(String table, Collection<Row> rows);

    /** The rows of one of the two. */
    List<Row> rows(String table, long customer);

    /** The rows of which a column has the value: for tables that call the customer otherwise. */
    List<Row> rows(String table, String column, long value);

    /** Gives a row other values; a null takes one away. */
    void change(String table, Row row, Map<String, String> values);

    /** Takes the rows of the merged customer away: they are computed, and a split puts them back. */
    void remove(String table);

    /**
     * A row as text: instants and days in ISO 8601, numbers with a decimal point.
     *
     * @param values by column, in lower case
     */
    record Row(Map<String, String> values) {

        public long id() {
            return Long.parseLong(values.get("id"));
        }

        /** Null when the column is. */
        public String get(String column) {
            return values.get(column);
        }
    }
}
