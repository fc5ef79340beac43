package org.vinculo.crm.platform.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The schema of the application in one database: common migrations, with the few words that differ filled in. */
public final class Schema {

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

    /** Applies what is missing up to a version. */
    public void migrateTo(String version) throws SQLException {
        // a table that says that a move is going on may stand beside
        configuration()
                .target(MigrationVersion.fromVersion(version))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
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
        String vendor = vendor();
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .placeholders(vendor.equals("derby") ? DERBY : POSTGRESQL)
                .failOnMissingLocations(false);
    }

    private String vendor() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            return product.contains("derby") ? "derby" : "postgresql";
        }
    }
}
