package org.vinculo.crm.platform.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

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
        String vendor = vendor();
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .placeholders(vendor.equals("derby") ? DERBY : POSTGRESQL)
                .failOnMissingLocations(false)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private String vendor() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            return product.contains("derby") ? "derby" : "postgresql";
        }
    }
}
