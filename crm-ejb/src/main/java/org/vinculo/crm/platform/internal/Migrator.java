package org.vinculo.crm.platform.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.vinculo.crm.platform.BeforeUpgrade;
import org.vinculo.crm.platform.StartupMessages;

/** Brings the database to the version of the application before anything else uses it. */
@Startup
@Singleton(name = "Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrator {

    private static final Logger LOG = Logger.getLogger(Migrator.class.getName());

    @Resource(lookup = "java:app/jdbc/crm")
    DataSource dataSource;

    @Inject
    @Any
    Instance<BeforeUpgrade> beforeUpgrade;

    @PostConstruct
    void migrate() {
        try {
            Schema schema = new Schema(dataSource);
            requireNotNewer(schema);
            if (schema.isOlderThanProduct()) {
                prepareUpgrade(schema.version());
            }
            int applied = schema.migrate();
            LOG.log(Level.INFO, "database migrations applied: {0}", applied);
        } catch (SQLException | FlywayException refused) {
            StartupMessages.fail(reason(refused));
            throw new IllegalStateException(
                    "The database cannot be brought to the version of the application", refused);
        }
    }

    private static void requireNotNewer(Schema schema) throws SQLException {
        if (schema.isNewerThanProduct()) {
            String reason = "The database belongs to a newer version of the product (schema " + schema.version()
                    + "). Start that version, or restore the backup made before the upgrade.";
            StartupMessages.fail(reason);
            throw new IllegalStateException(reason);
        }
    }

    private void prepareUpgrade(String from) {
        for (BeforeUpgrade each : beforeUpgrade) {
            try {
                each.upgrade(from);
            } catch (Exception failure) {
                StartupMessages.fail("The backup before the upgrade failed: " + failure.getMessage());
                throw new IllegalStateException("The schema is left as it was", failure);
            }
        }
    }

    private static String reason(Exception refused) {
        String text = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        Throwable root = refused;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof SQLException) {
            text = String.valueOf(root.getMessage()).lines().findFirst().orElse(text);
        }
        return "The database cannot be used: " + text;
    }
}
