package org.vinculo.crm.operations.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.platform.SchemaVersion;

/** One installation on Derby: backed up while somebody writes, restored, moved to PostgreSQL, dumped and restored there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CarriedTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:15:30Z"), ZoneOffset.UTC);
    private static final String KEPT = "/org/vinculo/crm/operations/schema-122";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static Source derby;
    private static Path data;

    @BeforeAll
    static void installation() throws Exception {
        postgres = EmbeddedPostgres.start();
        data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(data.resolve("imports"));
        Files.writeString(data.resolve("imports/a b=c.csv"), "name\nAna\n");
        Files.writeString(data.resolve("secret.key"), "key");
        Files.createDirectories(data.resolve("logs"));
        Files.writeString(data.resolve("logs/server.log"), "not in the backup");
        derby = new Source("jdbc:derby:" + data.resolve("db") + ";create=true", "crm", "crm");
        fillFromKeptDump(derby);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
        Derby.shutDown(data.resolve("db"));
    }

    private static void fillFromKeptDump(Source target) throws Exception {
        Path dump = Path.of(CarriedTest.class.getResource(KEPT).toURI());
        Manifest manifest = Manifest.read(dump);
        new SchemaVersion(target).migrateTo(manifest.schema());
        try (Connection connection = target.getConnection()) {
            connection.setAutoCommit(false);
            List<Table> tables = Catalog.tables(connection);
            Rows.clear(connection, tables);
            Dump.load(dump.resolve("database"), connection, tables);
            manifest.requireSame(Rows.sums(connection));
            Rows.bind(connection, tables);
            for (var sequence : manifest.sequences().entrySet()) {
                Catalog.restart(connection, sequence.getKey(), sequence.getValue());
            }
            connection.commit();
        }
    }

    private static Source postgres(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new Source("jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name, "postgres", "postgres");
    }

    private static SortedMap<String, Sum.Total> sums(Source database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Rows.sums(connection);
        }
    }

    /** What is left of a start that is killed: the next one goes on where it was. */
    @Test
    @Order(0)
    void anUpgradeThatIsKilledLeavesWholeMigrationsAndGoesOn() throws Exception {
        SortedMap<String, Sum.Total> before = sums(derby);
        SortedSet<String> pending = new SchemaVersion(derby).pending();
        Path place = data.resolve("db");
        for (long wait : new long[] {300, 900, 1500}) {
            Derby.shutDown(place);
            Process upgrade = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Dderby.stream.error.file=" + folder.resolve("killed.log"),
                            "-cp",
                            classPath(),
                            Upgrade.class.getName(),
                            place.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader said = upgrade.inputReader()) {
                assertThat(said.readLine()).isEqualTo(Upgrade.BEGUN);
                LockSupport.parkNanos(Duration.ofMillis(wait).toNanos());
            } finally {
                upgrade.destroyForcibly().waitFor();
            }

            assertThat(sums(derby).get("customer").rows())
                    .isEqualTo(before.get("customer").rows());
            assertThat(failedMigrations()).isZero();
            assertThat(pending).containsAll(new SchemaVersion(derby).pending());
        }
    }

    /** Whoever runs tests has loaded them from there, which need not be what its own process was started with. */
    private static String classPath() {
        return CarriedTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The upgrade alone, in a process of its own. */
    static final class Upgrade {

        static final String BEGUN = "begun";

        private Upgrade() {}

        public static void main(String[] arguments) throws Exception {
            Source database = new Source("jdbc:derby:" + arguments[0], "crm", "crm");
            database.getConnection().close();
            System.out.println(BEGUN);
            new org.vinculo.crm.platform.internal.Schema(database).migrate();
        }
    }

    private static long failedMigrations() throws SQLException {
        try (Connection connection = derby.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from \"flyway_schema_history\" where \"success\" = false")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    @Order(1)
    void earlierSchemaIsBroughtToThePresentOneWithItsRows() throws Exception {
        long customers = sums(derby).get("customer").rows();

        new org.vinculo.crm.platform.internal.Schema(derby).migrate();

        assertThat(customers).isPositive();
        assertThat(sums(derby).get("customer").rows()).isEqualTo(customers);
        assertThat(new SchemaVersion(derby).isOlderThanProduct()).isFalse();
    }

    @Test
    @Order(2)
    void earlierSchemaIsBroughtToThePresentOneOnPostgreSqlToo() throws Exception {
        Source target = postgres("upgraded");
        fillFromKeptDump(target);

        new org.vinculo.crm.platform.internal.Schema(target).migrate();

        assertThat(sums(target).get("customer")).isEqualTo(sums(derby).get("customer"));
    }

    @Test
    @Order(3)
    void backupHoldsDatabaseAndFilesOfOneMomentAndIsRestored() throws Exception {
        Backup.Made made = backup(derby);
        Path other = Files.createDirectories(folder.resolve("restored"));
        Source target = new Source("jdbc:derby:" + other.resolve("db"), "crm", "crm");

        Manifest manifest = Backup.restore(made.folder(), target, other.resolve("db"), other, other);

        assertThat(sums(target)).isEqualTo(sums(derby)).isEqualTo(manifest.tables());
        assertThat(manifest.rows()).isEqualTo(made.rows()).isPositive();
        assertThat(other.resolve("imports/a b=c.csv")).hasContent("name\nAna\n");
        assertThat(other.resolve("secret.key")).hasContent("key");
        assertThat(other.resolve("logs")).doesNotExist();
        Derby.shutDown(other.resolve("db"));
    }

    @Test
    @Order(4)
    void damagedBackupIsNotRestored() throws Exception {
        Backup.Made made = backup(derby);
        Files.writeString(made.folder().resolve("files/imports/a b=c.csv"), "name\nEve\n");
        Path other = folder.resolve("damaged");

        assertThatThrownBy(() -> Backup.restore(
                        made.folder(),
                        new Source("jdbc:derby:" + other.resolve("db"), "crm", "crm"),
                        other.resolve("db"),
                        other,
                        other))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("damaged");
        assertThat(other.resolve("db")).doesNotExist();
    }

    @Test
    @Order(5)
    void onlySoManyBackupsOfAKindAreKept() throws Exception {
        Path parent = Files.createDirectories(folder.resolve("kept"));
        for (String name :
                List.of("2026-11-18T013000Z-daily", "2026-11-19T013000Z-daily", "2026-11-20T013000Z-daily")) {
            Files.createDirectories(parent.resolve(name).resolve("database"));
        }
        Files.createDirectories(parent.resolve("2020-01-01T000000Z-button"));

        Backup.prune(parent, "daily", 2);

        try (var left = Files.list(parent)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "2026-11-19T013000Z-daily", "2026-11-20T013000Z-daily", "2020-01-01T000000Z-button");
        }
    }

    @Test
    @Order(6)
    void moveCarriesEveryTableAndEverySequence() throws Exception {
        Source target = postgres("moved");
        List<String> said = new ArrayList<>();

        long rows = new Move(derby, target, said::add).run();

        assertThat(sums(target)).isEqualTo(sums(derby));
        assertThat(rows)
                .isEqualTo(
                        sums(derby).values().stream().mapToLong(Sum.Total::rows).sum());
        try (Connection from = derby.getConnection();
                Connection to = target.getConnection()) {
            assertThat(Catalog.sequences(to)).isEqualTo(Catalog.sequences(from));
            assertThat(Catalog.tables(to).stream().flatMap(table -> table.references().stream()))
                    .hasSameSizeAs(Catalog.tables(from).stream()
                            .flatMap(table -> table.references().stream())
                            .toList());
        }
        assertThat(said).anyMatch(line -> line.startsWith("customer: "));
        assertThat(new SchemaVersion(target).present()).isEqualTo(new SchemaVersion(derby).present());
    }

    @Test
    @Order(7)
    void moveRefusesATargetThatHoldsSomething() throws Exception {
        Source target = postgres("taken");
        try (Connection connection = target.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table ours (id int)");
        }

        assertThatThrownBy(() -> new Move(derby, target, line -> {}).run())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not empty");
    }

    @Test
    @Order(8)
    void moveThatFailedLeavesNothingAndIsDoneAgain() throws Exception {
        Source target = postgres("again");
        Move failing = new Move(derby, target, line -> {
            if (line.startsWith("customer: ")) {
                throw new IllegalStateException("pulled the plug");
            }
        });
        assertThatThrownBy(failing::run).hasMessage("pulled the plug");
        assertThat(sums(target).get("customer").rows()).isZero();

        new Move(derby, target, line -> {}).run();

        assertThat(sums(target)).isEqualTo(sums(derby));
    }

    @Test
    @Order(9)
    void dumpOfPostgreSqlIsRestoredIntoAnEmptyDatabase() throws Exception {
        Source source = postgres("dumped");
        new Move(derby, source, line -> {}).run();
        Backup.Made made = backup(source);
        Source target = postgres("undumped");
        Path other = Files.createDirectories(folder.resolve("undumped"));

        Backup.restore(made.folder(), target, other.resolve("db"), other, other);

        assertThat(sums(target)).isEqualTo(sums(derby));
        assertThat(other.resolve("imports/a b=c.csv")).exists();
        assertThatThrownBy(() -> Backup.restore(made.folder(), target, other.resolve("db"), other, other))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not empty");
    }

    @Test
    @Order(10)
    void dumpIsRestoredWithTheMigrationsItHadAndNoOthers() throws Exception {
        Source source = postgres("early");
        // A room got this migration after a later room had its own: it is not the last one, and still it is missing.
        String late = "153";
        SchemaVersion schema = new SchemaVersion(source);
        schema.migrateTo(new SchemaVersion(derby).present(), List.of(late));
        assertThat(schema.pending()).containsExactly(late);
        Backup.Made made = backup(source);
        Source target = postgres("late");
        Path other = Files.createDirectories(folder.resolve("late"));

        Manifest manifest = Backup.restore(made.folder(), target, other.resolve("db"), other, other);

        assertThat(manifest.migrations()).contains("152", "196", "171").doesNotContain(late);
        assertThat(new SchemaVersion(target).applied()).isEqualTo(manifest.migrations());
        assertThat(new org.vinculo.crm.platform.internal.Schema(target).migrate())
                .isEqualTo(1);
    }

    @Test
    @Order(11)
    void dumpWithAMigrationThatIsNotKnownHereIsRefused() throws Exception {
        Source source = postgres("newer");
        new SchemaVersion(source).migrateTo("010");
        Backup.Made made = backup(source);
        Path file = made.folder().resolve(Manifest.FILE);
        Files.writeString(file, Files.readString(file).replace("migrations=010", "migrations=010 0101"));
        Path other = Files.createDirectories(folder.resolve("foreign"));

        assertThatThrownBy(() -> Backup.restore(made.folder(), postgres("older"), other.resolve("db"), other, other))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("newer version");
    }

    @Test
    @Order(12)
    void peopleWorkOnWhileABackupIsMadeAndItHoldsOneMoment() throws Exception {
        AtomicBoolean made = new AtomicBoolean();
        AtomicLong longest = new AtomicLong();
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < 2; writer++) {
            String name = "writer" + writer + "-";
            writers.add(() -> write(name, made, longest));
        }
        ExecutorService threads = Executors.newFixedThreadPool(writers.size());
        try {
            List<Future<Integer>> written =
                    writers.stream().map(threads::submit).toList();
            Backup.Made backup = backup(derby);
            made.set(true);
            int rows = 0;
            for (Future<Integer> one : written) {
                rows += one.get();
            }
            Path other = Files.createDirectories(folder.resolve("busy"));
            Source target = new Source("jdbc:derby:" + other.resolve("db"), "crm", "crm");

            Manifest manifest = Backup.restore(backup.folder(), target, other.resolve("db"), other, other);

            assertThat(sums(target)).isEqualTo(manifest.tables());
            assertThat(rows).as("rows that were written meanwhile").isPositive();
            assertThat(sums(derby).get("throttle").rows())
                    .as("nothing that was acknowledged is lost")
                    .isGreaterThanOrEqualTo(rows);
            assertThat(Duration.ofNanos(longest.get()))
                    .as("the longest wait of a writer")
                    .isLessThan(Duration.ofSeconds(10));
            Derby.shutDown(other.resolve("db"));
        } finally {
            made.set(true);
            threads.shutdown();
        }
    }

    private static int write(String name, AtomicBoolean until, AtomicLong longest) throws SQLException {
        int rows = 0;
        try (Connection connection = derby.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into throttle (bucket, failures, last_at, blocked_until)"
                                + " values (?, 1, current_timestamp, current_timestamp)")) {
            while (!until.get()) {
                long begun = System.nanoTime();
                insert.setString(1, name + rows++);
                insert.executeUpdate();
                longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
                LockSupport.parkNanos(1_000_000);
            }
        }
        return rows;
    }

    @Test
    @Order(13)
    void aSecondStartChangesNothingAndADatabaseOfALaterProductIsLeftAlone() throws Exception {
        var before = sums(derby);

        assertThat(new org.vinculo.crm.platform.internal.Schema(derby).migrate())
                .as("migrations of the second start")
                .isZero();
        assertThat(sums(derby)).isEqualTo(before);
        assertThat(new SchemaVersion(derby).isNewerThanProduct()).isFalse();
        try (Connection connection = derby.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
                    + " \"type\", \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                    + " values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'later', 1, true)");
        }

        assertThat(new SchemaVersion(derby).isNewerThanProduct()).isTrue();
        Source target = postgres("tooearly");
        assertThatThrownBy(() -> new Move(derby, target, line -> {}).run())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("newer version");
        assertThat(sums(target)).as("nothing was begun").isEmpty();
    }

    private static int number;

    private static Backup.Made backup(Source source) throws SQLException, IOException, Refused {
        return new Backup(source, List.of(data), "test", CLOCK).make(folder.resolve("backups" + number++), "test");
    }
}
