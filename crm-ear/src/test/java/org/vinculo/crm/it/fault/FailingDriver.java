package org.vinculo.crm.it.fault;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * Derby or PostgreSQL, failing at the statement that a test names. The test writes a word of its own and a number into the file of the
 * property {@code crm.failing.control}, and a state of SQL when it matters; that many statements or commits of requests later one of them fails, once for
 * each word, and the word stands in the file beside it. While the word {@link #AWAY} stands there, nothing works for
 * anybody, as if the database server were gone. Comes into the server's JVM as an agent, which puts it on the
 * class path.
 */
public final class FailingDriver implements Driver {

    static final String PREFIX = "jdbc:failing:";
    static final String CONTROL = "crm.failing.control";
    static final String AWAY = "away";
    private static final String REQUESTS = "http-thread-pool";
    /** The pool asks whether a connection is alive and takes another one when not. */
    private static final String POOL = "as alive";

    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String INPUT_OUTPUT_ERROR = "58030";
    private static final String CONNECTION_FAILURE = "08006";

    private static String word = "";
    private static int passed;

    static {
        try {
            DriverManager.registerDriver(new FailingDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** For being an agent, nothing has to be done. */
    public static void premain(String nothing) {}

    /** Where the word of a failure that happened is written. */
    static Path fired(Path control) {
        return control.resolveSibling("fired");
    }

    private static void requireThere() throws SQLException {
        try {
            if (Files.readString(Path.of(System.getProperty(CONTROL))).equals(AWAY)) {
                throw new SQLException("nobody answers at 10.0.0.7", CONNECTION_FAILURE);
            }
        } catch (NoSuchFileException calm) {
            return;
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static synchronized void maybeFail() throws SQLException {
        if (!Thread.currentThread().getName().startsWith(REQUESTS)) {
            return;
        }
        Path control = Path.of(System.getProperty(CONTROL));
        try {
            String[] wanted = Files.readString(control).split(" ", 3);
            if (!wanted[0].equals(word)) {
                word = wanted[0];
                passed = 0;
            }
            if (++passed == Integer.parseInt(wanted[1])) {
                Files.writeString(fired(control), word);
                throw new SQLException("the disk is gone", wanted.length == 3 ? wanted[2] : INPUT_OUTPUT_ERROR);
            }
        } catch (NoSuchFileException calm) {
            passed = 0;
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public Connection connect(String url, Properties login) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        try {
            requireThere();
            String address = "jdbc:" + url.substring(PREFIX.length());
            Driver driver = (Driver) Class.forName(driver(address), true, ClassLoader.getSystemClassLoader())
                    .getConstructor()
                    .newInstance();
            Connection connection = driver.connect(address, login);
            return (Connection) wrapped(connection, Connection.class);
        } catch (ReflectiveOperationException e) {
            throw new SQLException(e);
        }
    }

    private static String driver(String address) {
        return address.startsWith(POSTGRES) ? "org.postgresql.Driver" : "org.apache.derby.jdbc.EmbeddedDriver";
    }

    private static Object wrapped(Object real, Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(real, method, arguments));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (real instanceof Statement
                ? name.startsWith("execute")
                : name.equals("commit") || name.startsWith("prepare")) {
            requireThere();
        }
        if (arguments != null
                && arguments.length > 0
                && String.valueOf(arguments[0]).contains(POOL)) {
            return passed(real, method, arguments);
        }
        if (real instanceof Statement ? name.startsWith("execute") : name.equals("commit")) {
            try {
                maybeFail();
            } catch (SQLException failure) {
                forget(real);
                throw failure;
            }
        }
        Object result = passed(real, method, arguments);
        return real instanceof Connection && result instanceof Statement
                ? wrapped(result, statement(method.getReturnType()))
                : result;
    }

    /** As databases do: a statement that failed keeps no rows to write, and a failed commit leaves nothing open. */
    private static void forget(Object real) throws SQLException {
        if (real instanceof Statement statement) {
            statement.clearBatch();
            abort(statement.getConnection());
        } else {
            ((Connection) real).rollback();
        }
    }

    /** After a failure PostgreSQL refuses every statement until the transaction is rolled back. */
    private static void abort(Connection connection) throws SQLException {
        if (connection.getAutoCommit() || !connection.getMetaData().getURL().startsWith(POSTGRES)) {
            return;
        }
        try (Statement wrong = connection.createStatement()) {
            wrong.execute("select 1 / 0");
        } catch (SQLException aborted) {
            // As wanted.
        }
    }

    private static Object passed(Object real, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
    }

    private static Class<?> statement(Class<?> declared) {
        return declared == CallableStatement.class || declared == PreparedStatement.class ? declared : Statement.class;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url != null && url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
