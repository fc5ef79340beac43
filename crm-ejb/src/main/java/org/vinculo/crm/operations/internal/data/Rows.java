package org.vinculo.crm.operations.internal.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculo.crm.shared.FreshStatement;

/** Streams the rows of tables out of databases and into them. */
final class Rows {

    private static final int AT_ONCE = 500;

    /** What happens to each row on its way. */
    interface Taker<X extends Exception> {
        void take(Object[] row) throws SQLException, X;
    }

    private Rows() {}

    static <X extends Exception> void read(Connection connection, Table table, Taker<X> taker) throws SQLException, X {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery(table.select())) {
                while (rows.next()) {
                    Object[] row = new Object[table.columns().size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = table.columns().get(i).kind().get(rows, i + 1);
                    }
                    taker.take(row);
                }
            }
        }
    }

    static Sum.Total sum(Connection connection, Table table) throws SQLException {
        Sum sum = new Sum();
        Rows.<RuntimeException>read(connection, table, row -> sum.add(table.columns(), row));
        return sum.total();
    }

    static SortedMap<String, Sum.Total> sums(Connection connection) throws SQLException {
        SortedMap<String, Sum.Total> sums = new TreeMap<>();
        for (Table table : Catalog.tables(connection)) {
            sums.put(table.name(), sum(connection, table));
        }
        return sums;
    }

    /** Takes the rows and the foreign keys out of all tables, so that they can be filled in any order. */
    static void clear(Connection connection, List<Table> tables) throws SQLException {
        List<Table> childrenFirst = new ArrayList<>(tables);
        Collections.reverse(childrenFirst);
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                for (Table.Reference reference : table.references()) {
                    statement.execute(reference.drop(table.name()));
                }
            }
            for (Table table : childrenFirst) {
                statement.execute("delete from " + table.name());
            }
        }
    }

    /** Puts the foreign keys back, by which the database checks every row. */
    static void bind(Connection connection, List<Table> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                for (Table.Reference reference : table.references()) {
                    statement.execute(reference.add(table.name()));
                }
            }
        }
    }

    /** A table that is being filled. */
    static final class Filling implements AutoCloseable {
        private final Table table;
        private final PreparedStatement insert;
        private int waiting;

        Filling(Connection connection, Table table) throws SQLException {
            this.table = table;
            insert = FreshStatement.prepare(connection, table.insert());
        }

        void add(Object[] row) throws SQLException {
            for (int i = 0; i < row.length; i++) {
                table.columns().get(i).kind().set(insert, i + 1, row[i]);
            }
            insert.addBatch();
            if (++waiting == AT_ONCE) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (waiting > 0) {
                insert.executeBatch();
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }
}
