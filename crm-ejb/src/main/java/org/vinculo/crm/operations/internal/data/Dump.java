package org.vinculo.crm.operations.internal.data;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A database as files, one a table, that any of the databases takes. A file begins with the names and sorts of its
 * columns; a row is its length and the bytes by which it is hashed.
 */
final class Dump {

    private static final String SUFFIX = ".rows.gz";

    private Dump() {}

    /** Writes all tables as they are at one moment: the connection must be in a transaction that sees one. */
    static SortedMap<String, Sum.Total> write(Connection connection, Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        SortedMap<String, Sum.Total> sums = new TreeMap<>();
        for (Table table : Catalog.tables(connection)) {
            Sum sum = new Sum();
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                    new GZIPOutputStream(Files.newOutputStream(folder.resolve(table.name() + SUFFIX)))))) {
                out.writeInt(table.columns().size());
                for (Table.Column column : table.columns()) {
                    out.writeUTF(column.name());
                    out.writeUTF(column.kind().name());
                }
                Rows.<IOException>read(connection, table, row -> {
                    sum.add(table.columns(), row);
                    byte[] bytes = sum.encoded(table.columns(), row);
                    out.writeInt(bytes.length);
                    out.write(bytes);
                });
            }
            sums.put(table.name(), sum.total());
        }
        return sums;
    }

    /** Reads all files again, without a database. */
    static SortedMap<String, Sum.Total> read(Path folder) throws SQLException, IOException {
        SortedMap<String, Sum.Total> sums = new TreeMap<>();
        for (Path file : files(folder)) {
            Sum sum = new Sum();
            List<Table.Column> columns = each(file, sum, null);
            sums.put(name(file), columns.isEmpty() ? new Sum.Total(0, "") : sum.total());
        }
        return sums;
    }

    /** Fills the tables of a database that has the schema of the dump; its foreign keys must be away. */
    static void load(Path folder, Connection connection, List<Table> tables) throws SQLException, IOException, Refused {
        Map<String, Table> byName = tables.stream().collect(Collectors.toMap(Table::name, table -> table));
        for (Path file : files(folder)) {
            Table table = byName.get(name(file));
            if (table == null) {
                throw new Refused("the database has no table " + name(file) + ".");
            }
            try (Rows.Filling filling = new Rows.Filling(connection, table)) {
                List<Table.Column> columns = each(file, new Sum(), filling);
                filling.flush();
                if (!columns.equals(table.columns())) {
                    throw new Refused("table " + table.name() + " has other columns than the dump.");
                }
            }
        }
    }

    private static List<Table.Column> each(Path file, Sum sum, Rows.Filling filling) throws SQLException, IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            List<Table.Column> columns = new ArrayList<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                columns.add(new Table.Column(in.readUTF(), Kind.valueOf(in.readUTF())));
            }
            while (isMore(in)) {
                Object[] row = new Object[count];
                for (int i = 0; i < count; i++) {
                    row[i] = in.readBoolean() ? columns.get(i).kind().read(in) : null;
                }
                sum.add(columns, row);
                if (filling != null) {
                    filling.add(row);
                }
            }
            return columns;
        }
    }

    private static boolean isMore(DataInputStream in) throws IOException {
        try {
            in.readInt();
            return true;
        } catch (EOFException end) {
            return false;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
