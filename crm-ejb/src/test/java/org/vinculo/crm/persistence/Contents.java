package org.vinculo.crm.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every row of every table, as a transaction sees it. */
record Contents(Map<String, List<String>> rows) {

    /** Tries count, above all those that are refused. */
    private static final String TRIES = "throttle";

    static Contents of(Connection connection) {
        Map<String, List<String>> rows = new TreeMap<>();
        try {
            for (String table : tables(connection)) {
                rows.put(table, rows(connection, table));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Contents(rows);
    }

    void assertSameAs(Contents before) {
        rows.forEach((table, found) -> assertThat(found).as("rows of %s", table).isEqualTo(before.rows.get(table)));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found =
                connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        tables.removeIf(TRIES::equalsIgnoreCase);
        return tables;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(found.getString(i)).append('|');
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }
}
