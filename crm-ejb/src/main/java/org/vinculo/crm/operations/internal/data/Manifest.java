package org.vinculo.crm.operations.internal.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a backup says about itself, in the file {@code manifest.properties}: by it a restore knows whether everything is
 * there again.
 *
 * @param product version of the product that made it
 * @param schema version of the schema: the highest one of its migrations
 * @param migrations versions of all migrations that were applied; empty in backups made before they were recorded
 * @param derby whether it holds the files of a Derby database; otherwise a dump
 * @param tables rows and hash of each table
 * @param sequences next value of each sequence
 * @param files SHA-256 of each file, by its path below the data folder
 */
public record Manifest(
        String product,
        String schema,
        SortedSet<String> migrations,
        boolean derby,
        Instant madeAt,
        SortedMap<String, Sum.Total> tables,
        SortedMap<String, Long> sequences,
        SortedMap<String, String> files) {

    static final String FILE = "manifest.properties";
    private static final String FORMAT = "1";
    private static final String MIGRATIONS = "migrations";

    public long rows() {
        return tables.values().stream().mapToLong(Sum.Total::rows).sum();
    }

    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("format=" + FORMAT);
        lines.add("product=" + product);
        lines.add("schema=" + schema);
        lines.add(MIGRATIONS + "=" + String.join(" ", migrations));
        lines.add("database=" + (derby ? "derby" : "dump"));
        lines.add("made=" + madeAt);
        tables.forEach((name, sum) -> lines.add("table." + name + "=" + sum.rows() + " " + sum.hash()));
        sequences.forEach((name, next) -> lines.add("sequence." + name + "=" + next));
        files.forEach((name, hash) -> lines.add("file." + escaped(name) + "=" + hash));
        Files.write(folder.resolve(FILE), lines, StandardCharsets.UTF_8);
    }

    private static String escaped(String name) {
        return name.replace("\\", "\\\\")
                .replace(" ", "\\ ")
                .replace("=", "\\=")
                .replace(":", "\\:")
                .replace("#", "\\#");
    }

    static Manifest read(Path folder) throws IOException, Refused {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new Refused(folder + " is not a backup: it has no " + FILE + ".");
        }
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
        }
        if (!FORMAT.equals(values.getProperty("format"))) {
            throw new Refused("the backup has format " + values.getProperty("format") + ", which is not known here.");
        }
        SortedMap<String, Sum.Total> tables = new TreeMap<>();
        SortedMap<String, Long> sequences = new TreeMap<>();
        SortedMap<String, String> files = new TreeMap<>();
        for (String key : values.stringPropertyNames()) {
            String value = values.getProperty(key);
            if (key.startsWith("table.")) {
                String[] parts = value.split(" ");
                tables.put(key.substring("table.".length()), new Sum.Total(Long.parseLong(parts[0]), parts[1]));
            } else if (key.startsWith("sequence.")) {
                sequences.put(key.substring("sequence.".length()), Long.parseLong(value));
            } else if (key.startsWith("file.")) {
                files.put(key.substring("file.".length()), value);
            }
        }
        return new Manifest(
                values.getProperty("product"),
                values.getProperty("schema"),
                new TreeSet<>(Stream.of(values.getProperty(MIGRATIONS, "").split(" "))
                        .filter(version -> !version.isEmpty())
                        .toList()),
                "derby".equals(values.getProperty("database")),
                Instant.parse(values.getProperty("made")),
                tables,
                sequences,
                files);
    }

    /** Finds out whether a database has the migrations that this one had. */
    void requireSameMigrations(SortedSet<String> found) throws Refused {
        if (!migrations.isEmpty() && !migrations.equals(found)) {
            throw new Refused("the database has the migrations " + found + " instead of " + migrations + ".");
        }
    }

    /** Finds the first table that is not as it was when the backup was made. */
    void requireSame(Map<String, Sum.Total> found) throws Refused {
        for (Map.Entry<String, Sum.Total> table : tables.entrySet()) {
            if (!table.getValue().equals(found.get(table.getKey()))) {
                throw new Refused("table " + table.getKey() + " holds " + found.get(table.getKey()) + " instead of "
                        + table.getValue() + ".");
            }
        }
    }
}
