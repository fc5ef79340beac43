package org.vinculo.crm.party.internal.merge;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.vinculo.crm.party.MergeRun.Row;
import org.vinculo.crm.shared.FreshStatement;
import org.vinculo.crm.shared.Json;

/**
 * Rows of any table as text, read and written on the connection of the present transaction. Names of tables and columns
 * come from the source or from the database itself, never from outside; every value is a parameter.
 */
public final class RowStore {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final int BATCH = 1000;

    private final Connection connection;

    public RowStore(EntityManager em) {
        em.flush();
        connection = em.unwrap(Connection.class);
    }

    /** A piece of work with the connection. */
    private interface Work<T> {
        T run() throws SQLException;
    }

    private static <T> T doing(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException refused) {
            throw DatabaseException.sqlException(refused);
        }
    }

    static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(name);
        }
        return name;
    }

    /** The rows whose column has the value, in order of their id where they have one. */
    public List<Row> rows(String table, String column, long value) {
        return doing(() -> {
            try (PreparedStatement select = FreshStatement.prepare(
                    connection, "select * from " + name(table) + " where " + name(column) + " = ?")) {
                select.setLong(1, value);
                try (ResultSet rows = select.executeQuery()) {
                    return read(rows);
                }
            }
        });
    }

    private static List<Row> read(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<Row> found = new ArrayList<>();
        while (rows.next()) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                values.put(meta.getColumnName(i).toLowerCase(Locale.ROOT), text(rows, i, meta.getColumnType(i)));
            }
            found.add(new Row(values));
        }
        if (!found.isEmpty() && found.get(0).values().containsKey("id")) {
            found.sort((one, other) -> Long.compare(one.id(), other.id()));
        }
        return found;
    }

    private static String text(ResultSet row, int place, int type) throws SQLException {
        switch (type) {
            case Types.TIMESTAMP -> {
                Timestamp at = row.getTimestamp(place);
                return at == null ? null : at.toLocalDateTime().toString();
            }
            case Types.DATE -> {
                Date day = row.getDate(place);
                return day == null ? null : day.toLocalDate().toString();
            }
            case Types.NUMERIC, Types.DECIMAL -> {
                BigDecimal number = row.getBigDecimal(place);
                return number == null ? null : number.toPlainString();
            }
            case Types.BOOLEAN, Types.BIT -> {
                boolean flag = row.getBoolean(place);
                return row.wasNull() ? null : String.valueOf(flag);
            }
            case Types.DOUBLE, Types.REAL, Types.FLOAT -> {
                double number = row.getDouble(place);
                return row.wasNull() ? null : String.valueOf(number);
            }
            default -> {
                return row.getString(place);
            }
        }
    }

    /** What type each column has. */
    private Map<String, Integer> types(String table) throws SQLException {
        try (PreparedStatement select =
                        FreshStatement.prepare(connection, "select * from " + name(table) + " where 1 = 0");
                ResultSet none = select.executeQuery()) {
            Map<String, Integer> types = new LinkedHashMap<>();
            ResultSetMetaData meta = none.getMetaData();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                types.put(meta.getColumnName(i).toLowerCase(Locale.ROOT), meta.getColumnType(i));
            }
            return types;
        }
    }

    private static void set(PreparedStatement statement, int place, String value, int type) throws SQLException {
        if (value == null) {
            statement.setNull(place, type);
            return;
        }
        switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT ->
                statement.setLong(place, Long.parseLong(value));
            case Types.TIMESTAMP -> statement.setTimestamp(place, Timestamp.valueOf(LocalDateTime.parse(value)));
            case Types.DATE -> statement.setDate(place, Date.valueOf(LocalDate.parse(value)));
            case Types.NUMERIC, Types.DECIMAL -> statement.setBigDecimal(place, new BigDecimal(value));
            case Types.BOOLEAN, Types.BIT -> statement.setBoolean(place, Boolean.parseBoolean(value));
            case Types.DOUBLE, Types.REAL, Types.FLOAT -> statement.setDouble(place, Double.parseDouble(value));
            default -> statement.setString(place, value);
        }
    }

    /** Gives the row with the id other values; a version of its own goes up. */
    void update(String table, long id, Map<String, String> values) {
        if (values.isEmpty()) {
            return;
        }
        doing(() -> {
            Map<String, Integer> types = types(table);
            String assignments = values.keySet().stream()
                            .map(column -> name(column) + " = ?")
                            .collect(Collectors.joining(", "))
                    + (types.containsKey("version") ? ", version = version + 1" : "");
            try (PreparedStatement update = FreshStatement.prepare(
                    connection, "update " + name(table) + " set " + assignments + " where id = ?")) {
                int place = 1;
                for (Map.Entry<String, String> value : values.entrySet()) {
                    set(update, place++, value.getValue(), types.get(value.getKey()));
                }
                update.setLong(place, id);
                return update.executeUpdate();
            }
        });
    }

    /** Gives rows to another customer, of those that are still the first one's. How many were. */
    int move(String table, Collection<Long> ids, long from, long to) {
        return doing(() -> {
            int moved = 0;
            try (PreparedStatement update = FreshStatement.prepare(
                    connection, "update " + name(table) + " set customer_id = ? where id = ? and customer_id = ?")) {
                int waiting = 0;
                for (Long id : ids) {
                    update.setLong(1, to);
                    update.setLong(2, id);
                    update.setLong(3, from);
                    update.addBatch();
                    if (++waiting % BATCH == 0) {
                        moved += Arrays.stream(update.executeBatch()).sum();
                    }
                }
                return moved + Arrays.stream(update.executeBatch()).sum();
            }
        });
    }

    /** The ids of a customer's rows. */
    List<Long> ids(String table, long customer) {
        return doing(() -> {
            try (PreparedStatement select = FreshStatement.prepare(
                    connection, "select id from " + name(table) + " where customer_id = ? order by id")) {
                select.setLong(1, customer);
                try (ResultSet rows = select.executeQuery()) {
                    List<Long> ids = new ArrayList<>();
                    while (rows.next()) {
                        ids.add(rows.getLong(1));
                    }
                    return ids;
                }
            }
        });
    }

    int delete(String table, long customer) {
        return doing(() -> {
            try (PreparedStatement delete =
                    FreshStatement.prepare(connection, "delete from " + name(table) + " where customer_id = ?")) {
                delete.setLong(1, customer);
                return delete.executeUpdate();
            }
        });
    }

    /** The row with these numbers in these columns. */
    int delete(String table, Map<String, String> key) {
        return doing(() -> {
            List<String> columns = List.copyOf(key.keySet());
            String condition =
                    columns.stream().map(column -> name(column) + " = ?").collect(Collectors.joining(" and "));
            try (PreparedStatement delete =
                    FreshStatement.prepare(connection, "delete from " + name(table) + " where " + condition)) {
                for (int i = 0; i < columns.size(); i++) {
                    delete.setLong(i + 1, Long.parseLong(key.get(columns.get(i))));
                }
                return delete.executeUpdate();
            }
        });
    }

    void insert(String table, Row row) {
        doing(() -> {
            Map<String, Integer> types = types(table);
            List<String> columns = row.values().keySet().stream()
                    .filter(types::containsKey)
                    .map(RowStore::name)
                    .toList();
            String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert = FreshStatement.prepare(
                    connection,
                    "insert into " + name(table) + " (" + String.join(", ", columns) + ") values (" + marks + ")")) {
                for (int i = 0; i < columns.size(); i++) {
                    set(insert, i + 1, row.get(columns.get(i)), types.get(columns.get(i)));
                }
                return insert.executeUpdate();
            }
        });
    }

    static String json(Map<String, String> values) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        values.forEach((column, value) -> {
            if (value == null) {
                json.addNull(column);
            } else {
                json.add(column, value);
            }
        });
        return json.build().toString();
    }

    static Map<String, String> read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Map<String, String> values = new LinkedHashMap<>();
            object.keySet()
                    .forEach(column -> values.put(column, object.isNull(column) ? null : object.getString(column)));
            return values;
        }
    }
}
