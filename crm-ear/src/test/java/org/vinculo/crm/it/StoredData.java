package org.vinculo.crm.it;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Looks into the database of a server that has stopped: PostgreSQL when that was its, else the Derby of its folder. */
public final class StoredData {

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private StoredData() {}

    /** The rows of a query, their columns joined by a bar. */
    public static List<String> rows(Path data, String query) {
        return rows(data, List.of(query));
    }

    /** The rows of one query after the other. */
    public static List<String> rows(Path data, List<String> queries) {
        return asked(data, connection -> {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                for (String query : queries) {
                    add(rows, statement, query);
                }
            }
            return rows;
        });
    }

    private static void add(List<String> rows, Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                StringJoiner row = new StringJoiner("|");
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row.toString());
            }
        }
    }

    /** Changes rows. */
    public static void change(Path data, String statement) {
        asked(data, connection -> {
            try (Statement sql = connection.createStatement()) {
                return sql.executeUpdate(statement);
            }
        });
    }

    /** Every value of every table, with table and column in upper case before it. */
    public static List<String> everything(Path data) {
        return asked(data, connection -> {
            List<String> values = new ArrayList<>();
            for (String table : tables(connection)) {
                try (Statement statement = connection.createStatement();
                        ResultSet found = statement.executeQuery("select * from \"" + table + "\"")) {
                    while (found.next()) {
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                            values.add(upper(table) + "."
                                    + upper(found.getMetaData().getColumnName(i)) + "=" + found.getString(i));
                        }
                    }
                }
            }
            return values;
        });
    }

    /** The tables and views that have a column, in upper case. */
    public static List<String> tablesWith(Path data, String column) {
        return asked(data, connection -> {
            DatabaseMetaData metadata = connection.getMetaData();
            String stored = metadata.storesLowerCaseIdentifiers() ? column.toLowerCase(Locale.ROOT) : upper(column);
            try (ResultSet columns = metadata.getColumns(null, connection.getSchema(), "%", stored)) {
                List<String> tables = new ArrayList<>();
                while (columns.next()) {
                    tables.add(upper(columns.getString("TABLE_NAME")));
                }
                return tables;
            }
        });
    }

    /** The table in which the migrations are written down, as it has to be quoted. */
    public static String history(Path data) {
        return asked(data, StoredData::tables).stream()
                .filter(table -> table.contains("schema_history"))
                .findFirst()
                .map(table -> "\"" + table + "\"")
                .orElseThrow(() -> new AssertionError("No migration history"));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (ResultSet found =
                connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            List<String> tables = new ArrayList<>();
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
            return tables;
        }
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static <T> T asked(Path data, Question<T> question) {
        boolean derby = !Postgres.has(data);
        String url = "jdbc:derby:" + data.resolve("db");
        try (Connection connection = derby ? DriverManager.getConnection(url, "crm", "crm") : Postgres.connect(data)) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            if (derby) {
                stop(url);
            }
        }
    }

    private static void stop(String url) {
        try {
            DriverManager.getConnection(url + ";shutdown=true").close();
        } catch (SQLException stopped) {
            if (!"08006".equals(stopped.getSQLState())) {
                throw new IllegalStateException(stopped);
            }
        }
    }
}
