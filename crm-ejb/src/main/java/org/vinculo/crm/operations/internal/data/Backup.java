package org.vinculo.crm.operations.internal.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vinculo.crm.platform.ErasedList;
import org.vinculo.crm.platform.SchemaVersion;
import org.vinculo.crm.shared.PrivateFolder;

/**
 * A copy of database and files while people work.
 *
 * <p><b>One cut.</b> The moment of a backup is the one of its database. Files are written before the row that names them
 * and never changed, so the backup takes all files once before and what is new once more after the database: whatever a
 * row of that moment names is in it.
 *
 * <p><b>Tried.</b> A Derby database is restored from the copy into a temporary folder, its tables are checked and summed
 * up there; a dump is read again. Only then the folder gets its name: a folder without {@code .half} at its end is a
 * backup that can be restored.
 */
public final class Backup {

    private static final String HALF = ".half";
    private static final String DATABASE = "database";
    private static final String FILES = "files";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Set<String> NOT_FILES = Set.of(
            "db",
            "logs",
            "runtime",
            "backups",
            "crm.lock",
            "backup.request",
            "backup.answer",
            "backup.answer.half",
            ErasedList.FILE);

    private final Source database;
    private final List<Path> roots;
    private final String product;
    private final Clock clock;

    /**
     * @param roots the data folder, and the folder of shared files if that is another one
     * @param product version of the product
     */
    public Backup(Source database, List<Path> roots, String product, Clock clock) {
        this.database = database;
        this.roots = List.copyOf(roots);
        this.product = product;
        this.clock = clock;
    }

    /** A backup that was made. */
    public record Made(Path folder, long rows, long bytes) {}

    /**
     * @param parent folder of the backups
     * @param kind why it is made: the end of its name
     */
    public Made make(Path parent, String kind) throws SQLException, IOException, Refused {
        Instant now = clock.instant();
        Folders.createPrivate(parent);
        Path folder = parent.resolve(NAME.format(now) + "-" + kind);
        Path half = folder.resolveSibling(folder.getFileName() + HALF);
        try {
            Files.createDirectory(half);
            Path files = half.resolve(FILES);
            copyFiles(files, parent);
            SortedMap<String, Sum.Total> tables;
            SortedMap<String, Long> sequences;
            if (database.isDerby()) {
                Rehearsal tried = derby(half.resolve(DATABASE));
                tables = tried.tables();
                sequences = tried.sequences();
            } else {
                sequences = new TreeMap<>();
                tables = dump(half.resolve(DATABASE), sequences);
            }
            copyFiles(files, parent);
            SchemaVersion schema = new SchemaVersion(database);
            Manifest manifest = new Manifest(
                    product,
                    schema.present(),
                    schema.applied(),
                    database.isDerby(),
                    now,
                    tables,
                    sequences,
                    Folders.hashes(files));
            manifest.write(half);
            long bytes = Folders.size(half);
            for (Path root : roots) {
                rememberErased(root, parent);
            }
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            return new Made(folder, manifest.rows(), bytes);
        } finally {
            Folders.delete(half);
        }
    }

    /** Whoever restores an old backup has the people to be forgotten again beside it, whatever it holds itself. */
    private static void rememberErased(Path from, Path to) throws IOException {
        new ErasedList(to).add(new ErasedList(from).read());
    }

    private void copyFiles(Path to, Path parent) throws IOException {
        for (Path root : roots) {
            Folders.copyMissing(
                    root,
                    to,
                    relative -> !NOT_FILES.contains(relative.getName(0).toString())
                            && !root.resolve(relative).startsWith(parent));
        }
    }

    private record Rehearsal(SortedMap<String, Sum.Total> tables, SortedMap<String, Long> sequences) {}

    private Rehearsal derby(Path target) throws SQLException, IOException {
        Files.createDirectories(target);
        String name;
        try (Connection connection = database.getConnection()) {
            try (CallableStatement backup =
                    connection.prepareCall("call syscs_util.syscs_backup_database(cast(? as varchar(32672)))")) {
                backup.setString(1, target.toString());
                backup.execute();
            }
        }
        try (var children = Files.list(target)) {
            name = children.findFirst().orElseThrow().getFileName().toString();
        }
        Path trial = Files.createTempDirectory(PrivateFolder.temporary(), "crm-restore-");
        try {
            return rehearse(target.resolve(name), trial.resolve("db"));
        } finally {
            Folders.delete(trial);
        }
    }

    private Rehearsal rehearse(Path copy, Path place) throws SQLException {
        try (Connection connection = Derby.restore(copy, place, database.user())) {
            checkTables(connection);
            return new Rehearsal(Rows.sums(connection), Catalog.sequences(connection));
        } finally {
            Derby.shutDown(place);
        }
    }

    /** Derby compares each table with its indexes, and complains by an exception. */
    private static void checkTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select t.tablename,"
                        + " syscs_util.syscs_check_table(s.schemaname, t.tablename) from sys.systables t"
                        + " join sys.sysschemas s on s.schemaid = t.schemaid where t.tabletype = 'T'")) {
            while (rows.next()) {
                if (rows.getInt(2) != 1) {
                    throw new SQLException("table " + rows.getString(1) + " is damaged");
                }
            }
        }
    }

    private SortedMap<String, Sum.Total> dump(Path target, SortedMap<String, Long> sequences)
            throws SQLException, IOException, Refused {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            SortedMap<String, Sum.Total> written = Dump.write(connection, target);
            sequences.putAll(Catalog.sequences(connection));
            connection.rollback();
            if (!Dump.read(target).equals(written)) {
                throw new Refused("the dump cannot be read again as it was written.");
            }
            return written;
        }
    }

    /** Removes the oldest backups of a kind, so that so many stay, and what is left of tries that were killed. */
    public static void prune(Path parent, String kind, int keep) throws IOException {
        List<Path> ofKind = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                if (name.endsWith("-" + kind)) {
                    ofKind.add(child);
                } else if (name.endsWith("-" + kind + HALF)) {
                    Folders.delete(child);
                }
            }
        }
        ofKind.sort(Comparator.comparing(Path::getFileName));
        for (Path old : ofKind.subList(0, Math.max(0, ofKind.size() - keep))) {
            Folders.delete(old);
        }
    }

    /**
     * Puts a backup back: the database into an empty place, the files into the data folder. Who was erased since is
     * erased again when the server starts on it.
     *
     * @param target where the database goes; for Derby its folder must not exist, for PostgreSQL it must hold no table
     * @param derbyFolder folder of a Derby database
     * @return what the backup says about itself
     * @throws Refused when something is in the way, or what was restored is not what was backed up
     */
    public static Manifest restore(Path backup, Source target, Path derbyFolder, Path data, Path files)
            throws SQLException, IOException, Refused {
        Manifest manifest = Manifest.read(backup);
        if (!Folders.hashes(backup.resolve(FILES)).equals(manifest.files())) {
            throw new Refused("files of the backup are missing or damaged.");
        }
        if (manifest.derby() != target.isDerby()) {
            throw new Refused(
                    manifest.derby()
                            ? "this is the backup of a Derby database; restore it as one, then use the command move."
                            : "this is the backup of a PostgreSQL database; name an empty one by crm.db.url.");
        }
        if (manifest.derby()) {
            restoreDerby(backup.resolve(DATABASE), manifest, derbyFolder, target.user());
        } else {
            restoreDump(backup.resolve(DATABASE), manifest, target);
        }
        Folders.copyMissing(backup.resolve(FILES), data, relative -> relative.getNameCount() == 1 && isOwn(relative));
        Folders.copyMissing(backup.resolve(FILES), files, relative -> !isOwn(relative));
        rememberErased(backup.toAbsolutePath().getParent(), files);
        return manifest;
    }

    /** What belongs to one server; everything else is shared. */
    private static boolean isOwn(Path relative) {
        return relative.getName(0).toString().equals("crm.properties");
    }

    private static void restoreDerby(Path copies, Manifest manifest, Path place, String user)
            throws SQLException, IOException, Refused {
        if (Files.exists(place)) {
            throw new Refused(place + " exists already; restore into an empty data folder.");
        }
        Path copy;
        try (var children = Files.list(copies)) {
            copy = children.findFirst().orElseThrow(() -> new Refused("the backup has no database."));
        }
        boolean good = false;
        try {
            try (Connection connection = Derby.restore(copy, place, user)) {
                manifest.requireSame(Rows.sums(connection));
                good = true;
            } finally {
                Derby.shutDown(place);
            }
        } finally {
            if (!good) {
                Folders.delete(place);
            }
        }
    }

    private static void restoreDump(Path dump, Manifest manifest, Source target)
            throws SQLException, IOException, Refused {
        try (Connection connection = target.getConnection()) {
            int tables = Catalog.names(connection).size();
            if (tables > 0) {
                throw new Refused("the database is not empty: it holds " + tables + " tables.");
            }
        }
        SchemaVersion schema = new SchemaVersion(target);
        boolean good = false;
        try {
            schema.migrateTo(manifest.schema(), notIn(manifest, schema.pending()));
            manifest.requireSameMigrations(schema.applied());
            fill(dump, manifest, target);
            good = true;
        } finally {
            if (!good) {
                schema.wipe();
            }
        }
    }

    /** What this product has applied since, though its version is lower than the one of the backup. */
    private static Set<String> notIn(Manifest manifest, Set<String> known) throws Refused {
        if (manifest.migrations().isEmpty()) {
            return Set.of();
        }
        if (!known.containsAll(manifest.migrations())) {
            throw new Refused(
                    "the backup belongs to a newer version of the product (schema " + manifest.schema() + ").");
        }
        Set<String> others = new TreeSet<>(known);
        others.removeAll(manifest.migrations());
        return others;
    }

    private static void fill(Path dump, Manifest manifest, Source target) throws SQLException, IOException, Refused {
        try (Connection connection = target.getConnection()) {
            connection.setAutoCommit(false);
            List<Table> tables = Catalog.tables(connection);
            Rows.clear(connection, tables);
            Dump.load(dump, connection, tables);
            manifest.requireSame(Rows.sums(connection));
            Rows.bind(connection, tables);
            for (var sequence : manifest.sequences().entrySet()) {
                Catalog.restart(connection, sequence.getKey(), sequence.getValue());
            }
            connection.commit();
        }
    }
}
