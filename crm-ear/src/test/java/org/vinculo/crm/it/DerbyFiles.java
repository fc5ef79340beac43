package org.vinculo.crm.it;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Looks into the database of a server that has stopped. */
public final class DerbyFiles {

    private DerbyFiles() {}

    /** The rows of a query, their columns joined by a bar. */
    public static List<String> rows(Path data, String query) {
        return rows(data, List.of(query));
    }

    /** The rows of one query after the other. */
    public static List<String> rows(Path data, List<String> queries) {
        String url = "jdbc:derby:" + data.resolve("db");
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "crm", "crm");
                Statement statement = connection.createStatement()) {
            for (String query : queries) {
                add(rows, statement, query);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", queries), e);
        } finally {
            stop(url);
        }
        return rows;
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

    /** Every value of every table, with table and column before it. */
    public static List<String> everything(Path data) {
        String url = "jdbc:derby:" + data.resolve("db");
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "crm", "crm");
                ResultSet tables = connection.getMetaData().getTables(null, "CRM", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                try (Statement statement = connection.createStatement();
                        ResultSet found = statement.executeQuery("select * from CRM.\"" + table + "\"")) {
                    while (found.next()) {
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                            values.add(table + "." + found.getMetaData().getColumnName(i) + "=" + found.getString(i));
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            stop(url);
        }
        return values;
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
