package org.vinculo.crm.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.vinculo.crm.platform.internal.Schema;

/** The two databases of the product, each started once per test run and migrated like a real installation. */
public enum Database {
    DERBY {
        @Override
        DataSource start() {
            EmbeddedDataSource derby = new EmbeddedDataSource();
            derby.setDatabaseName(System.getProperty("crm.pace.folder", "memory:crmtest"));
            derby.setCreateDatabase("create");
            derby.setUser("crm");
            return derby;
        }
    },
    POSTGRESQL {
        @Override
        DataSource start() {
            try {
                return EmbeddedPostgres.start().getPostgresDatabase();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    };

    private DataSource dataSource;
    private EntityManagerFactory factory;

    abstract DataSource start();

    public synchronized DataSource dataSource() {
        if (dataSource == null) {
            DataSource started = start();
            try {
                new Schema(started).migrate();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            dataSource = isPaced() ? started : StatementCounter.counting(started);
        }
        return dataSource;
    }

    /** Whoever measures counts no statements: every call through the counter costs as much as a row. */
    private static boolean isPaced() {
        return System.getProperty("crm.pace.customers") != null;
    }

    public synchronized EntityManagerFactory factory() {
        if (factory == null) {
            Map<String, Object> properties = new HashMap<>();
            properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
            properties.put("jakarta.persistence.jtaDataSource", "");
            properties.put("jakarta.persistence.nonJtaDataSource", dataSource());
            properties.put("eclipselink.weaving", "false");
            properties.put("eclipselink.logging.level", "WARNING");
            properties.put("eclipselink.session-name", "crm-" + name());
            factory = Persistence.createEntityManagerFactory("crm", properties);
        }
        return factory;
    }
}
