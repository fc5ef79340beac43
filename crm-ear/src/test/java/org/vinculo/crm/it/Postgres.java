package org.vinculo.crm.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * PostgreSQL for servers under test: one process for this JVM, and in it one database for each data folder, so that a
 * server that is started again finds its own.
 */
public final class Postgres {

    /** With {@code -Dcrm.test.database=postgresql} every server of the run works on PostgreSQL. */
    public static final boolean EVERYWHERE = "postgresql".equals(System.getProperty("crm.test.database"));

    static final String URL = "crm.db.url";
    private static final String USER = "crm";
    private static final String PASSWORD = "elephant";
    private static final Map<Path, String> DATABASES = new HashMap<>();
    private static EmbeddedPostgres process;

    private Postgres() {}

    /** The settings of a server with this data folder; its database is made when there is none yet. */
    public static synchronized Map<String, String> settings(Path data) {
        String name = DATABASES.computeIfAbsent(key(data), missing -> create("crm" + (DATABASES.size() + 1)));
        return Map.of(
                URL,
                "jdbc:postgresql://127.0.0.1:" + process.getPort() + "/" + name,
                "crm.db.user",
                USER,
                "crm.db.password",
                PASSWORD);
    }

    static synchronized boolean has(Path data) {
        return DATABASES.containsKey(key(data));
    }

    static synchronized Connection connect(Path data) throws SQLException {
        return process.getDatabase(USER, DATABASES.get(key(data))).getConnection();
    }

    private static Path key(Path data) {
        return data.toAbsolutePath().normalize();
    }

    private static String create(String name) {
        if (process == null) {
            process = start();
        }
        execute("create database " + name + " owner " + USER);
        return name;
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setRegisterShutdownHook(false)
                    .start();
            process = started;
            Runtime.getRuntime().addShutdownHook(new Thread(Postgres::stop, "stop PostgreSQL"));
            // Not its superuser: an installation owns its database and nothing else.
            execute("create role " + USER + " login password '" + PASSWORD + "'");
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(String statement) {
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private static void stop() {
        ServerUnderTest.closeShared();
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
