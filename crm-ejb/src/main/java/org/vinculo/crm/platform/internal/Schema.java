package org.vinculo.crm.platform.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.vinculo.crm.shared.PrivateFolder;

/** The schema of the application in one database: common migrations, with the few words that differ filled in. */
public final class Schema {

    private static final Logger LOG = Logger.getLogger(Schema.class.getName());
    private static final String COMMON = "db/migration/common";
    private static final Map<String, String> DERBY =
            Map.of("clob", "clob(64M)", "timestamp", "timestamp", "boolean", "boolean", "double", "double");
    private static final Map<String, String> POSTGRESQL =
            Map.of("clob", "text", "timestamp", "timestamp(6)", "boolean", "boolean", "double", "double precision");

    private final DataSource dataSource;

    public Schema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Applies what is missing.
     *
     * @return how many migrations were applied
     * @throws SQLException when the database cannot be reached
     */
    public int migrate() throws SQLException {
        return configuration().load().migrate().migrationsExecuted;
    }

    /**
     * Applies what is missing up to a version.
     *
     * @param without versions that are left out
     */
    public void migrateTo(String version, Collection<String> without) throws SQLException {
        Path chosen = null;
        try {
            FluentConfiguration configuration = configuration();
            if (!without.isEmpty()) {
                chosen = Files.createTempDirectory(PrivateFolder.temporary(), "crm-schema-");
                copyMigrations(chosen, without);
                configuration.locations("filesystem:" + chosen);
            }
            // a table that says that a move is going on may stand beside
            configuration
                    .target(MigrationVersion.fromVersion(version))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (IOException e) {
            throw new SQLException("the migrations cannot be chosen", e);
        } finally {
            delete(chosen);
        }
    }

    /** The free edition of Flyway cannot leave out single migrations, so it gets a folder with the others. */
    private void copyMigrations(Path folder, Collection<String> without) throws SQLException, IOException {
        for (MigrationInfo migration : configuration().load().info().all()) {
            if (migration.getVersion() != null
                    && !without.contains(migration.getVersion().getVersion())) {
                for (String place : List.of(COMMON, ofVendor())) {
                    try (InputStream script =
                            Schema.class.getClassLoader().getResourceAsStream(place + "/" + migration.getScript())) {
                        if (script != null) {
                            Files.copy(script, folder.resolve(migration.getScript()));
                        }
                    }
                }
            }
        }
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A temporary folder stays", e);
        }
    }

    /** The versions of all migrations that were applied; not all up to the last one, since rooms get theirs later. */
    public SortedSet<String> applied() throws SQLException {
        return versions(configuration().load().info().applied());
    }

    /** The versions of the migrations of this product that were not applied yet. */
    public SortedSet<String> pending() throws SQLException {
        return versions(configuration().load().info().pending());
    }

    private static SortedSet<String> versions(MigrationInfo[] migrations) {
        return Arrays.stream(migrations)
                .filter(migration -> migration.getVersion() != null && migration.getState() != MigrationState.BASELINE)
                .map(migration -> migration.getVersion().getVersion())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The version of the last migration that was applied; empty for a database without any. */
    public String version() throws SQLException {
        MigrationInfo current = configuration().load().info().current();
        return current == null || current.getVersion() == null
                ? ""
                : current.getVersion().getVersion();
    }

    public boolean isNewerThanProduct() throws SQLException {
        return Arrays.stream(configuration().load().info().applied())
                .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS);
    }

    public boolean isOlderThanProduct() throws SQLException {
        MigrationInfoService info = configuration().load().info();
        return info.applied().length > 0 && info.pending().length > 0;
    }

    public void wipe() throws SQLException {
        configuration().cleanDisabled(false).load().clean();
    }

    private FluentConfiguration configuration() throws SQLException {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:" + COMMON, "classpath:" + ofVendor())
                .placeholders(vendor().equals("derby") ? DERBY : POSTGRESQL)
                // numbers go by room: what a room adds later has a lower number than what a later room has already
                .outOfOrder(true)
                .failOnMissingLocations(false);
    }

    private String ofVendor() throws SQLException {
        return "db/migration/" + vendor();
    }

    private String vendor() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            return product.contains("derby") ? "derby" : "postgresql";
        }
    }
}
