package org.vinculo.crm.platform.internal;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.KeepsTicking;

/**
 * Opens Derby again that can only be read. After a full disk Derby closes the database and the next connection opens it;
 * when there is no room for its lock file even then, it takes the database for one on a read-only medium and would refuse
 * every change until the next start of the server, however much room there is by then.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(KeepsTicking.class)
public class ReadOnlyDerby {

    private static final Logger LOG = Logger.getLogger(ReadOnlyDerby.class.getName());
    private static final String DERBY = "jdbc:derby:";

    /** Closed, was not open, is not there: as it shall be. */
    private static final Set<String> CLOSED = Set.of("08006", "08003", "XJ004");

    /** The lock file, and the beginning of a new file of the log. */
    private static final long ENOUGH_ROOM = 4L * 1024 * 1024;

    @Resource(lookup = "java:app/jdbc/crm")
    DataSource dataSource;

    @Inject
    Settings settings;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() throws SQLException, IOException {
        String url = settings.get(Setting.DB_URL);
        if (!url.startsWith(DERBY) || !isReadOnly()) {
            return;
        }
        if (Files.getFileStore(settings.dataDir()).getUsableSpace() < ENOUGH_ROOM) {
            LOG.log(Level.WARNING, "The database can only be read: the disk is full");
            return;
        }
        LOG.log(Level.WARNING, "The database could only be read, since the disk was full, and is opened again");
        close(url);
    }

    private boolean isReadOnly() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isReadOnly();
        } catch (SQLException away) {
            LOG.log(Level.FINE, "Nobody can say what the database can do", away);
            return false;
        }
    }

    /** The pool finds its connections dead, and its next one opens the database. */
    private static void close(String url) throws SQLException {
        int attributes = url.indexOf(';');
        String place = attributes < 0 ? url : url.substring(0, attributes);
        try {
            DriverManager.getConnection(place + ";shutdown=true").close();
        } catch (SQLException told) {
            if (!CLOSED.contains(told.getSQLState())) {
                throw told;
            }
        }
    }
}
