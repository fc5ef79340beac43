package org.vinculo.crm.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes purchases that an import made once more into the same tables of the same Derby database, with plain batches of JDBC and
 * nothing else: as fast as it can be done here.
 */
final class PlainRows {

    private static final int AT_ONCE = 1_000;
    private static final String DOWN = "08006";
    private static final String OF_IT = " where document_number like ?";
    private static final String PURCHASES = "select * from purchase" + OF_IT;
    private static final String LINES =
            "select * from purchase_line where purchase_id in (select id from purchase" + OF_IT + ")";

    private PlainRows() {}

    private record Rows(List<String> columns, List<Object[]> values) {}

    /**
     * Takes the purchases away and writes them again.
     *
     * @param documents pattern of the numbers of their documents
     * @return how long the writing took
     */
    static Duration again(Path data, String documents) throws SQLException {
        String url = "jdbc:derby:" + data.resolve("db");
        try (Connection connection = DriverManager.getConnection(url, "crm", "crm")) {
            connection.setAutoCommit(false);
            Rows purchases = read(connection, PURCHASES, documents);
            Rows lines = read(connection, LINES, documents);
            delete(connection, "delete" + LINES.substring("select *".length()), documents);
            delete(connection, "delete" + PURCHASES.substring("select *".length()), documents);
            connection.commit();
            long begin = System.nanoTime();
            insert(connection, "purchase", purchases);
            insert(connection, "purchase_line", lines);
            return Duration.ofNanos(System.nanoTime() - begin);
        } finally {
            shutDown(url);
        }
    }

    private static Rows read(Connection connection, String sql, String documents) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, documents);
            try (ResultSet found = select.executeQuery()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    columns.add(found.getMetaData().getColumnName(i));
                }
                List<Object[]> values = new ArrayList<>();
                while (found.next()) {
                    Object[] row = new Object[columns.size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    values.add(row);
                }
                return new Rows(columns, values);
            }
        }
    }

    private static void delete(Connection connection, String sql, String documents) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, documents);
            delete.executeUpdate();
        }
    }

    private static void insert(Connection connection, String table, Rows rows) throws SQLException {
        String sql = "insert into " + table + " (" + String.join(", ", rows.columns()) + ") values ("
                + String.join(", ", Collections.nCopies(rows.columns().size(), "?")) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Object[] row : rows.values()) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
                waiting++;
                if (waiting == AT_ONCE) {
                    insert.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static void shutDown(String url) throws SQLException {
        try {
            DriverManager.getConnection(url + ";shutdown=true").close();
        } catch (SQLException told) {
            if (!DOWN.equals(told.getSQLState())) {
                throw told;
            }
        }
    }
}
