package org.vinculo.crm.it.fault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
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
 * Derby or PostgreSQL with the faults that a test names (see {@link Faults}). Comes into the server's JVM as an agent,
 * which puts it on the class path.
 */
public final class FailingDriver implements Driver {

    static final String PREFIX = "jdbc:failing:";
    /** The pool asks whether a connection is alive and takes another one when not. */
    private static final String POOL = "as alive";

    private static final String POSTGRES = "jdbc:postgresql:";
    private static final Faults FAULTS = new Faults();

    static {
        try {
            DriverManager.registerDriver(new FailingDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** For being an agent, nothing has to be done. */
    public static void premain(String nothing) {}

    @Override
    public Connection connect(String url, Properties login) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        try {
            FAULTS.requireThere();
            String address = "jdbc:" + url.substring(PREFIX.length());
            Driver driver = (Driver) Class.forName(driver(address), true, ClassLoader.getSystemClassLoader())
                    .getConstructor()
                    .newInstance();
            Connection connection = driver.connect(address, login);
            return (Connection) wrapped(connection, Connection.class, "");
        } catch (ReflectiveOperationException e) {
            throw new SQLException(e);
        }
    }

    private static String driver(String address) {
        return address.startsWith(POSTGRES) ? "org.postgresql.Driver" : "org.apache.derby.jdbc.EmbeddedDriver";
    }

    private static Object wrapped(Object real, Class<?> type, String sql) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(real, sql, method, arguments));
    }

    private static Object call(Object real, String sql, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        String text = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : sql;
        boolean executes = real instanceof Statement && name.startsWith("execute");
        boolean commits = real instanceof Connection && name.equals("commit");
        try {
            if (executes || commits || real instanceof Connection && name.startsWith("prepare")) {
                FAULTS.requireThere();
            }
            if (!text.contains(POOL) && (executes || commits)) {
                FAULTS.maybeFail(commits);
            }
        } catch (SQLException failure) {
            leave(real, failure);
            throw failure;
        }
        if (real instanceof Connection && name.equals("rollback")) {
            FAULTS.over();
        }
        if (executes) {
            FAULTS.take((Statement) real, text);
        }
        Object result = passed(real, method, arguments);
        return real instanceof Connection && result instanceof Statement
                ? wrapped(result, statement(method.getReturnType()), text)
                : result;
    }

    /**
     * As databases do: who is lost loses what was not committed and never comes back, a statement that failed keeps no
     * rows to write, and a failed commit leaves nothing open.
     */
    private static void leave(Object real, SQLException failure) throws SQLException {
        if (Faults.LOST.equals(failure.getSQLState())) {
            Connection connection = real instanceof Statement statement ? statement.getConnection() : (Connection) real;
            if (!connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        } else if (real instanceof Statement statement) {
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
