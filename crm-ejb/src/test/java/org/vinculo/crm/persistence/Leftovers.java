package org.vinculo.crm.persistence;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Rows that a test had to commit, because it needed a second connection. */
final class Leftovers {

    private static final int MOST_ROUNDS = 15;

    private Leftovers() {}

    /** Removes the rows with ids from the given one on, and what hangs on them; tables that refer to others go first. */
    static void remove(Database database, long firstId) {
        try (Connection connection = database.dataSource().getConnection()) {
            Map<String, String> tables = tables(connection);
            for (int round = 0; round < MOST_ROUNDS && !tables.isEmpty(); round++) {
                tables.entrySet().removeIf(table -> isRemoved(connection, table.getKey(), table.getValue(), firstId));
            }
            if (!tables.isEmpty()) {
                throw new IllegalStateException("Rows of a test stay in " + tables.keySet());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        database.factory().getCache().evictAll();
    }

    private static boolean isRemoved(Connection connection, String table, String column, long firstId) {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + table + " where " + column + " >= ?")) {
            delete.setLong(1, firstId);
            delete.executeUpdate();
            return true;
        } catch (SQLException stillReferred) {
            return false;
        }
    }

    /** Each table with the column by which its rows are known to be new. */
    private static Map<String, String> tables(Connection connection) throws SQLException {
        Map<String, String> tables = new LinkedHashMap<>();
        DatabaseMetaData meta = connection.getMetaData();
        for (String column : new String[] {"customer_id", "id"}) {
            String name = meta.storesUpperCaseIdentifiers() ? column.toUpperCase(Locale.ROOT) : column;
            try (ResultSet columns = meta.getColumns(null, connection.getSchema(), "%", name)) {
                while (columns.next()) {
                    tables.put(columns.getString("TABLE_NAME"), column);
                }
            }
        }
        tables.keySet().removeIf(table -> table.toLowerCase(Locale.ROOT).startsWith("flyway"));
        return tables;
    }
}
