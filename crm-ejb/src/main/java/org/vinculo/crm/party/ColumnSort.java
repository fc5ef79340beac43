package org.vinculo.crm.party;

import java.util.List;

/**
 * How the list of customers is put in the order of a column: by a table of the room that has one row a customer, with the
 * customer in {@code customer_id}. Whoever has no row or no value comes last, whichever way round. All names are written in
 * the source.
 *
 * <p>So that a page is read without sorting everybody, the table needs an index on the column and {@code customer_id}, both
 * ascending and both descending; for levels one on the column and {@code customer_id} is enough.
 *
 * @param path the table
 * @param column the column of the table
 * @param kind what the column holds
 * @param levels for words that have an order of their own: all of them, the first one first; empty otherwise
 */
public record ColumnSort(String path, String column, Kind kind, List<String> levels) {

    /** What a column holds. */
    public enum Kind {
        NUMBER,
        INSTANT,
        LEVEL
    }

    public static ColumnSort number(String table, String column) {
        return new ColumnSort(table, column, Kind.NUMBER, List.of());
    }

    public static ColumnSort instant(String table, String column) {
        return new ColumnSort(table, column, Kind.INSTANT, List.of());
    }

    public static ColumnSort levels(String table, String column, List<String> levels) {
        return new ColumnSort(table, column, Kind.LEVEL, List.copyOf(levels));
    }
}
