package org.vinculo.crm.platform;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.vinculo.crm.platform.internal.Schema;

/** Brings a database to the schema of this version, for tools that run without a server. */
public final class SchemaUpdate {

    private SchemaUpdate() {}

    /**
     * Applies what is missing.
     *
     * @return how many migrations were applied
     * @throws SQLException when the database cannot be reached
     */
    public static int apply(DataSource dataSource) throws SQLException {
        return new Schema(dataSource).migrate();
    }
}
