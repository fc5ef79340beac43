package org.vinculo.crm.demo.internal.bulk;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Locale;
import org.vinculo.crm.shared.PrivateFolder;

/**
 * Rows that are kept in a file and then imported by Derby at once: it does not log the rows of a table that was empty and
 * sorts the keys of its indexes before it builds them, which is many times faster than inserting.
 */
final class Spool implements Batch {

    private static final int CHARACTERS = 1 << 16;

    private final Connection connection;
    private final String table;
    private final String columns;
    private final int count;
    private final Path file;
    private final BufferedWriter out;
    private final StringBuilder line = new StringBuilder(400);
    private long rows;

    /** @param columns names, separated by a comma and a space */
    Spool(Connection connection, String table, String columns) throws SQLException {
        this.connection = connection;
        this.table = table.toUpperCase(Locale.ROOT);
        this.columns = columns.toUpperCase(Locale.ROOT).replace(" ", "");
        this.count = columns.split(",").length;
        try {
            file = Files.createTempFile(PrivateFolder.temporary(), "crm-generate-" + table, ".csv");
            out = new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), CHARACTERS);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public void add(Object... values) throws SQLException {
        if (values.length != count) {
            throw new IllegalArgumentException(values.length + " values for " + count + " columns");
        }
        line.setLength(0);
        for (int i = 0; i < count; i++) {
            append(values[i]);
            line.append(i + 1 < count ? ',' : '\n');
        }
        try {
            out.append(line);
        } catch (IOException e) {
            throw new SQLException(e);
        }
        rows++;
    }

    private void append(Object value) {
        if (value instanceof String text) {
            line.append('"')
                    .append(text.indexOf('"') < 0 ? text : text.replace("\"", "\"\""))
                    .append('"');
        } else if (value instanceof LocalDateTime moment) {
            line.append(Timestamp.valueOf(moment));
        } else if (value instanceof Enum<?> choice) {
            line.append(choice.name());
        } else if (value != null) {
            line.append(value);
        }
    }

    @Override
    public void flush() {
        // Nothing is sent before the end.
    }

    @Override
    public int waiting() {
        return 0;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void finish() throws SQLException {
        try {
            out.close();
        } catch (IOException e) {
            throw new SQLException(e);
        }
        if (rows > 0) {
            try (CallableStatement load = connection.prepareCall(
                    "call syscs_util.syscs_import_data(null, ?, ?, null, ?, ',', '\"', 'UTF-8', 0)")) {
                load.setString(1, table);
                load.setString(2, columns);
                load.setString(3, file.toString());
                load.execute();
            }
        }
        delete();
    }

    private void delete() throws SQLException {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        delete();
    }
}
