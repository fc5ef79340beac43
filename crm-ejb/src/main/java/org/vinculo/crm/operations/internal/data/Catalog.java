package org.vinculo.crm.operations.internal.data;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What lies in a database: its tables in an order in which parents come before children, and its sequences. */
final class Catalog {

    /** Flyway's own table, which every database fills by being migrated. */
    private static final String HISTORY = "flyway_schema_history";

    private Catalog() {}

    static boolean isDerby(Connection connection) throws SQLException {
        return connection
                .getMetaData()
                .getDatabaseProductName()
                .toLowerCase(Locale.ROOT)
                .contains("derby");
    }

    static List<Table> tables(Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        SortedMap<String, Table> tables = new TreeMap<>();
        for (String name : names(connection)) {
            if (!name.equalsIgnoreCase(HISTORY)) {
                String lower = name.toLowerCase(Locale.ROOT);
                tables.put(
                        lower, new Table(lower, columns(meta, connection, name), references(meta, connection, name)));
            }
        }
        return parentsFirst(tables);
    }

    /** Names as the database has them. */
    static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static List<Table.Column> columns(DatabaseMetaData meta, Connection connection, String table)
            throws SQLException {
        List<Table.Column> columns = new ArrayList<>();
        try (ResultSet rows =
                meta.getColumns(connection.getCatalog(), connection.getSchema(), escaped(meta, table), "%")) {
            while (rows.next()) {
                if (rows.getString("TABLE_NAME").equals(table)) {
                    String name = rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                    columns.add(new Table.Column(name, Kind.of(rows.getInt("DATA_TYPE"), table, name)));
                }
            }
        }
        columns.sort(Comparator.comparing(Table.Column::name));
        return columns;
    }

    private static String escaped(DatabaseMetaData meta, String name) throws SQLException {
        return name.replace("_", meta.getSearchStringEscape() + "_");
    }

    private static List<Table.Reference> references(DatabaseMetaData meta, Connection connection, String table)
            throws SQLException {
        Map<String, List<String>> from = new LinkedHashMap<>();
        Map<String, List<String>> toColumns = new LinkedHashMap<>();
        Map<String, String> to = new LinkedHashMap<>();
        Map<String, String> rules = new LinkedHashMap<>();
        try (ResultSet rows = meta.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (rows.next()) {
                String name = rows.getString("FK_NAME");
                from.computeIfAbsent(name, any -> new ArrayList<>())
                        .add(rows.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT));
                toColumns
                        .computeIfAbsent(name, any -> new ArrayList<>())
                        .add(rows.getString("PKCOLUMN_NAME").toLowerCase(Locale.ROOT));
                to.put(name, rows.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
                rules.put(
                        name,
                        switch (rows.getShort("DELETE_RULE")) {
                            case DatabaseMetaData.importedKeyCascade -> " on delete cascade";
                            case DatabaseMetaData.importedKeySetNull -> " on delete set null";
                            default -> "";
                        });
            }
        }
        List<Table.Reference> references = new ArrayList<>();
        from.forEach((name, columns) -> references.add(
                new Table.Reference('"' + name + '"', columns, to.get(name), toColumns.get(name), rules.get(name))));
        return references;
    }

    private static List<Table> parentsFirst(SortedMap<String, Table> tables) {
        Set<Table> ordered = new LinkedHashSet<>();
        Set<String> onTheWay = new LinkedHashSet<>();
        tables.values().forEach(table -> visit(table, tables, ordered, onTheWay));
        return List.copyOf(ordered);
    }

    private static void visit(Table table, Map<String, Table> tables, Set<Table> ordered, Set<String> onTheWay) {
        if (ordered.contains(table) || !onTheWay.add(table.name())) {
            return;
        }
        for (Table.Reference reference : table.references()) {
            visit(tables.get(reference.to()), tables, ordered, onTheWay);
        }
        ordered.add(table);
    }

    /** The next value of each sequence. */
    static SortedMap<String, Long> sequences(Connection connection) throws SQLException {
        return isDerby(connection) ? derbySequences(connection) : postgresSequences(connection);
    }

    private static SortedMap<String, Long> derbySequences(Connection connection) throws SQLException {
        SortedMap<String, Long> next = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select q.sequencename,"
                        + " syscs_util.syscs_peek_at_sequence(s.schemaname, q.sequencename)"
                        + " from sys.syssequences q join sys.sysschemas s on s.schemaid = q.schemaid"
                        + " where s.schemaname = current schema")) {
            while (rows.next()) {
                next.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getLong(2));
            }
        }
        return next;
    }

    private static SortedMap<String, Long> postgresSequences(Connection connection) throws SQLException {
        SortedMap<String, Long> steps = new TreeMap<>();
        SortedMap<String, Long> next = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(
                    "select sequencename, increment_by from pg_sequences where schemaname = current_schema()")) {
                while (rows.next()) {
                    steps.put(rows.getString(1), rows.getLong(2));
                }
            }
            for (Map.Entry<String, Long> step : steps.entrySet()) {
                String name = step.getKey();
                // the sequence itself: the catalog does not tell a value that was set and not yet taken
                try (ResultSet row = statement.executeQuery("select last_value, is_called from " + name)) {
                    row.next();
                    next.put(name, row.getLong(1) + (row.getBoolean(2) ? step.getValue() : 0));
                }
            }
        }
        return next;
    }

    /** Makes a sequence go on with a value. */
    static void restart(Connection connection, String sequence, long next) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isDerby(connection)) {
                long step = derbyStep(statement, sequence);
                statement.execute("drop sequence " + sequence + " restrict");
                statement.execute(
                        "create sequence " + sequence + " as bigint start with " + next + " increment by " + step);
            } else {
                statement.execute("alter sequence " + sequence + " restart with " + next);
            }
        }
    }

    private static long derbyStep(Statement statement, String sequence) throws SQLException {
        try (ResultSet row = statement.executeQuery("select increment from sys.syssequences where sequencename = '"
                + sequence.toUpperCase(Locale.ROOT) + "'")) {
            return row.next() ? row.getLong(1) : 1;
        }
    }
}
