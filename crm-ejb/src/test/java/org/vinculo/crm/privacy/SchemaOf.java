package org.vinculo.crm.privacy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of the database as its own metadata tell. */
public final class SchemaOf {

    /** A column. */
    public record Column(String name, int type, int size, boolean nullable) {

        public boolean isText() {
            return Set.of(Types.VARCHAR, Types.CLOB, Types.LONGVARCHAR, Types.CHAR)
                    .contains(type);
        }
    }

    private final Connection connection;
    private final Map<String, Map<String, Column>> tables = new TreeMap<>();

    public SchemaOf(Connection connection) throws SQLException {
        this.connection = connection;
        DatabaseMetaData meta = connection.getMetaData();
        String schema = connection.getSchema();
        try (ResultSet found = meta.getColumns(null, schema, "%", "%")) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                String column = found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                tables.computeIfAbsent(table, name -> new LinkedHashMap<>())
                        .put(
                                column,
                                new Column(
                                        column,
                                        found.getInt("DATA_TYPE"),
                                        found.getInt("COLUMN_SIZE"),
                                        !"NO".equals(found.getString("IS_NULLABLE"))));
            }
        }
        Set<String> real = new TreeSet<>();
        try (ResultSet found = meta.getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                real.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        tables.keySet().retainAll(real);
        tables.keySet().removeIf(name -> name.startsWith("flyway"));
    }

    public Set<String> tables() {
        return tables.keySet();
    }

    public Map<String, Column> columns(String table) {
        return tables.get(table);
    }

    /** Column to the table that it refers to. */
    public Map<String, String> references(String table) throws SQLException {
        Map<String, String> references = new LinkedHashMap<>();
        String name = connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet found = connection.getMetaData().getImportedKeys(null, connection.getSchema(), name)) {
            while (found.next()) {
                references.put(
                        found.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT),
                        found.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return references;
    }
}
