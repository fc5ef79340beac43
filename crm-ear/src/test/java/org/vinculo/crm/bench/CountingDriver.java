package org.vinculo.crm.bench;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * Derby, writing down each statement that a request executes: a line with microseconds and text in the file that the
 * property {@code crm.bench.statements} names. Comes into the server's JVM as an agent, which puts it on the class path.
 */
public final class CountingDriver implements Driver {

    static final String PREFIX = "jdbc:counting:";
    static final String FILE = "crm.bench.statements";
    private static final String REQUESTS = "http-thread-pool";
    /** The pool asks whether a connection is alive; the page does not. */
    private static final String POOL = "as alive";

    private static final int NANOS = 1000;

    static {
        try {
            DriverManager.registerDriver(new CountingDriver());
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
            Driver derby = (Driver)
                    Class.forName("org.apache.derby.jdbc.EmbeddedDriver", true, ClassLoader.getSystemClassLoader())
                            .getConstructor()
                            .newInstance();
            Connection connection = derby.connect("jdbc:" + url.substring(PREFIX.length()), login);
            return (Connection) wrapped(connection, Connection.class, "");
        } catch (ReflectiveOperationException e) {
            throw new SQLException(e);
        }
    }

    private static Object wrapped(Object real, Class<?> type, String sql) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(real, method, arguments, sql));
    }

    private static Object call(Object real, Method method, Object[] arguments, String sql) throws Throwable {
        String text = arguments != null && arguments.length > 0 && arguments[0] instanceof String given ? given : sql;
        boolean counts = real instanceof Statement && method.getName().startsWith("execute");
        long start = System.nanoTime();
        Object result = passed(real, method, arguments);
        if (counts && !text.contains(POOL) && Thread.currentThread().getName().startsWith(REQUESTS)) {
            note((System.nanoTime() - start) / NANOS, text);
        }
        return real instanceof Connection && result instanceof Statement
                ? wrapped(result, statement(method.getReturnType()), text)
                : result;
    }

    private static synchronized void note(long micros, String sql) throws IOException {
        Files.writeString(
                Path.of(System.getProperty(FILE)),
                micros + "\t" + sql.replaceAll("\\s+", " ") + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
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
