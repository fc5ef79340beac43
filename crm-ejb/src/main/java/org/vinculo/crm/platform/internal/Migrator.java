package org.vinculo.crm.platform.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.vinculo.crm.platform.StartupMessages;

/** Brings the database to the version of the application before anything else uses it. */
@Startup
@Singleton(name = "Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrator {

    private static final Logger LOG = Logger.getLogger(Migrator.class.getName());

    @Resource(lookup = "java:app/jdbc/crm")
    DataSource dataSource;

    @PostConstruct
    void migrate() {
        try {
            int applied = new Schema(dataSource).migrate();
            LOG.log(Level.INFO, "database migrations applied: {0}", applied);
        } catch (SQLException | FlywayException refused) {
            StartupMessages.fail(reason(refused));
            throw new IllegalStateException(
                    "The database cannot be brought to the version of the application", refused);
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
