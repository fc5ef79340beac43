package org.vinculo.crm.platform;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
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

    /** The versions of all migrations that were applied: a later one may have been applied before an earlier one. */
    public SortedSet<String> applied() throws SQLException {
        return schema.applied();
    }

    /** The versions of the migrations of this product that wait to be applied. */
    public SortedSet<String> pending() throws SQLException {
        return schema.pending();
    }

    /** Applies the migrations up to a version. */
    public void migrateTo(String version) throws SQLException {
        schema.migrateTo(version, Set.of());
    }

    /** Applies the migrations up to a version, but not these. */
    public void migrateTo(String version, Collection<String> without) throws SQLException {
        schema.migrateTo(version, without);
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
