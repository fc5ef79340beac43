package org.vinculo.crm.launcher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;

/** The one connection that the launcher makes: to say in one line why the application would not get any. */
final class Database {
    private static final int TIMEOUT_SECONDS = 10;
    private static final int LOG_BYTES = 10 * 1024 * 1024;
    private static final Set<String> WRONG_PASSWORD = Set.of("28000", "28P01", "08004");
    private static final String DERBY_IN_USE = "XSDB6";
    private static final String DERBY_STOPPED = "XJ015";
    private static final String UNKNOWN_DATABASE = "3D000";

    private final Configuration configuration;

    Database(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Derby's own log, turned over: on a full disk Derby tells of every single page that found no room. */
    static void logInto(Path logs) {
        System.setProperty("derby.stream.error.style", "rollingFile");
        System.setProperty(
                "derby.stream.error.rollingFile.pattern", logs.toString().replace("%", "%%") + "/derby-%g.log");
        System.setProperty("derby.stream.error.rollingFile.limit", Integer.toString(LOG_BYTES));
        System.setProperty("derby.stream.error.rollingFile.count", "3");
    }

    void check() throws StartFailure {
        Properties login = new Properties();
        login.setProperty("user", configuration.databaseUser());
        login.setProperty("password", configuration.databasePassword());
        String url = configuration.databaseUrl();
        // A server that does not answer must not hold up the start; Derby may need minutes to repair itself after a
        // crash.
        DriverManager.setLoginTimeout(url.contains("derby:") ? 0 : TIMEOUT_SECONDS);
        String driverName = configuration.driver().orElseThrow();
        try {
            Driver driver = (Driver) Class.forName(driverName).getConstructor().newInstance();
            try (Connection connection = driver.connect(url, login)) {
                if (connection == null) {
                    throw new StartFailure(
                            "the driver " + driverName + " does not know the address " + shown(url) + ".");
                }
            }
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new StartFailure("the database driver " + driverName + " is not there.", e);
        } catch (SQLException e) {
            throw new StartFailure(reason(url, e), e);
        }
    }

    private String reason(String url, SQLException failure) {
        SQLException deepest = failure;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                deepest = sql;
                if (DERBY_IN_USE.equals(sql.getSQLState())) {
                    return "the database in " + configuration.data() + " is in use by another running server.";
                }
                if (WRONG_PASSWORD.contains(sql.getSQLState())) {
                    return "the database " + shown(url) + " refuses user " + configuration.databaseUser()
                            + ": wrong user name or password.";
                }
                if (UNKNOWN_DATABASE.equals(sql.getSQLState())) {
                    return "the database " + shown(url) + " does not exist.";
                }
            }
        }
        String state = String.valueOf(deepest.getSQLState());
        if (state.startsWith("08")) {
            return "the database " + shown(url) + " cannot be reached: " + deepest.getMessage();
        }
        return "the database " + shown(url) + " cannot be opened (" + state + "): " + deepest.getMessage();
    }

    private static Throwable next(Throwable failure) {
        if (failure instanceof SQLException sql && sql.getNextException() != null) {
            return sql.getNextException();
        }
        return failure.getCause();
    }

    /** The address without what may be a secret in it. */
    private static String shown(String url) {
        int parameters = url.indexOf(url.startsWith("jdbc:derby:") ? ';' : '?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    /** Writes Derby's last checkpoint, so that the next start has nothing to recover. */
    static void stopDerby() {
        try {
            DriverManager.getConnection("jdbc:derby:;shutdown=true").close();
        } catch (SQLException e) {
            if (!DERBY_STOPPED.equals(e.getSQLState()) && !"08001".equals(e.getSQLState())) {
                Server.LOG.log(java.util.logging.Level.WARNING, "Derby did not stop cleanly", e);
            }
        }
    }
}
