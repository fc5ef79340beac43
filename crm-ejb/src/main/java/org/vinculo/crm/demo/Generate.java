package org.vinculo.crm.demo;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.vinculo.crm.demo.internal.bulk.Bulk;
import org.vinculo.crm.platform.SchemaUpdate;

/** Fills a database with made-up customers, purchases and conversations; called by the launcher, without a server. */
public final class Generate {

    private static final double NANOS = 1e9;
    private static final long TOLD_EVERY = 250_000;

    private Generate() {}

    /**
     * Brings the schema up to date and writes.
     *
     * @param wanted {@code url}, {@code user}, {@code password}, {@code customers}, {@code purchases}, {@code
     *     interactions}, {@code seed} and {@code until}
     * @param tell takes lines for the person who waits
     */
    public static void run(Map<String, String> wanted, Consumer<String> tell) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", wanted.get("user"));
        login.setProperty("password", wanted.get("password"));
        // The driver of PostgreSQL then sends many rows as one statement; others do not know it.
        login.setProperty("reWriteBatchedInserts", "true");
        Source source = new Source(wanted.get("url"), login);
        SchemaUpdate.apply(source);
        Bulk.Order order = new Bulk.Order(
                Integer.parseInt(wanted.get("customers")),
                Integer.parseInt(wanted.get("purchases")),
                Integer.parseInt(wanted.get("interactions")),
                Long.parseLong(wanted.get("seed")),
                LocalDate.parse(wanted.get("until")));
        try (Connection connection = source.getConnection()) {
            long start = System.nanoTime();
            long[] told = {0};
            long rows = new Bulk(connection, order).write(soFar -> {
                if (soFar - told[0] >= TOLD_EVERY) {
                    told[0] = soFar;
                    tell.accept(soFar + " rows");
                }
            });
            double seconds = (System.nanoTime() - start) / NANOS;
            tell.accept(
                    String.format(Locale.ROOT, "%d rows in %.1f s, %.0f rows a second", rows, seconds, rows / seconds));
        }
    }

    /** New connections of a driver that is there. */
    private record Source(String url, Properties login) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection(url, login);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            // Nothing is logged here.
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // The driver's own is used.
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
