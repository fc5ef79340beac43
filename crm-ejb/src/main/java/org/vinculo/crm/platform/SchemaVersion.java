package org.vinculo.crm.platform;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.vinculo.crm.platform.internal.Schema;

/** The schema of one database, for those who carry databases from one place to another. */
public final class SchemaVersion {

    private final Schema schema;

    public SchemaVersion(DataSource dataSource) {
        schema = new Schema(dataSource);
    }

    /** The version of the last migration that was applied; empty for a database without any. */
    public String present() throws SQLException {
        return schema.version();
    }

    /** Applies the migrations up to a version. */
    public void migrateTo(String version) throws SQLException {
        schema.migrateTo(version);
    }

    /** Whether the application is older than the database: it must not work on it. */
    public boolean isNewerThanProduct() throws SQLException {
        return schema.isNewerThanProduct();
    }

    /** Whether migrations wait to be applied to a database that has some already. */
    public boolean isOlderThanProduct() throws SQLException {
        return schema.isOlderThanProduct();
    }

    /** Takes everything out of a database that was found to hold nothing but a try that failed. */
    public void wipe() throws SQLException {
        schema.wipe();
    }
}
