package org.vinculo.crm.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.notification.OutboxQueue;
import org.vinculo.crm.operations.internal.OperationsReads;
import org.vinculo.crm.operations.internal.Product;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Boundary;

/** How the installation is, for administrators. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.SETTINGS_ADMIN)
public class StatusService {

    private static final Logger LOG = Logger.getLogger(StatusService.class.getName());

    @Inject
    OperationsReads database;

    @Inject
    Product product;

    @Inject
    Settings settings;

    public StatusView get() {
        Map<JobState, Long> jobs = database.jobs();
        Map<OutboxQueue.Figure, Long> outbox = database.outbox();
        long[] disk = disk();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new StatusView(
                product.version(),
                databaseProduct(),
                schema(),
                settings.get(Setting.DB_URL).startsWith("jdbc:derby"),
                settings.dataDir().toString(),
                disk[0],
                disk[1],
                heap.getUsed(),
                heap.getMax(),
                settings.hasMailServer(),
                outbox.get(OutboxQueue.Figure.WAITING),
                outbox.get(OutboxQueue.Figure.FAILED),
                outbox.get(OutboxQueue.Figure.OLDEST_SECONDS),
                jobs.get(JobState.QUEUED),
                jobs.get(JobState.RUNNING),
                jobs.get(JobState.FAILED),
                database.lastBackup().orElse(null),
                servers());
    }

    private List<StatusView.ServerView> servers() {
        return database.servers().stream()
                .map(server -> new StatusView.ServerView(
                        server.getName(),
                        server.getHost(),
                        server.getProductVersion(),
                        server.getStartedAt(),
                        server.getSeenAt(),
                        server.getName().equals(product.server())))
                .toList();
    }

    private String databaseProduct() {
        try {
            return database.databaseProduct();
        } catch (SQLException silent) {
            LOG.log(Level.WARNING, "The database does not say what it is", silent);
            return null;
        }
    }

    private String schema() {
        try {
            return database.schemaVersion();
        } catch (SQLException silent) {
            LOG.log(Level.WARNING, "The schema does not say its version", silent);
            return null;
        }
    }

    /** Free and total bytes of the data folder's disk. */
    private long[] disk() {
        try {
            FileStore store = Files.getFileStore(settings.dataDir());
            return new long[] {store.getUsableSpace(), store.getTotalSpace()};
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "The disk of the data folder cannot be read", unreadable);
            return new long[] {-1, -1};
        }
    }
}
