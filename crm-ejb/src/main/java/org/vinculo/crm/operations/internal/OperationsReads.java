package org.vinculo.crm.operations.internal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.vinculo.crm.notification.OutboxQueue;
import org.vinculo.crm.operations.BackupState;
import org.vinculo.crm.operations.BackupView;
import org.vinculo.crm.operations.MaintenanceView;
import org.vinculo.crm.operations.entity.BackupRun;
import org.vinculo.crm.operations.entity.MaintenanceNotice;
import org.vinculo.crm.operations.entity.ServerInstance;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.Jobs;

/**
 * What those who watch the installation need from the database, without a caller. An enterprise bean, because they run in
 * a web module, where the persistence unit of this module cannot be seen.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OperationsReads {

    private static final int PATIENCE_SECONDS = 3;
    private static final Duration GONE = Duration.ofSeconds(60);
    private static final int MOST_SERVERS = 50;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Resource(lookup = "java:app/jdbc/crm")
    DataSource dataSource;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    @Inject
    OutboxQueue outbox;

    /** A row of a table that the application itself made: not only the connection answers, the schema is there too. */
    public String schemaVersion() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return schemaVersion(connection);
        }
    }

    private static String schemaVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.setMaxRows(1);
            try (ResultSet rows =
                    statement.executeQuery("select \"version\" from \"flyway_schema_history\" where \"success\" = true"
                            + " and \"version\" is not null order by \"installed_rank\" desc")) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    /** Whether the database answers, has the schema and takes changes: after a full disk Derby may only be read for a while. */
    public boolean isWorking() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return !connection.isReadOnly() && !schemaVersion(connection).isEmpty();
        }
    }

    public String databaseProduct() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        }
    }

    public Optional<MaintenanceView> maintenance() {
        return em.createQuery("select n from MaintenanceNotice n order by n.id", MaintenanceNotice.class)
                .setMaxResults(1)
                .getResultStream()
                .map(MaintenanceBoard::view)
                .findFirst();
    }

    /** How many jobs are in each state; of the failed ones those of the last day. */
    public Map<JobState, Long> jobs() {
        return jobs.counts(clock.instant().minus(Duration.ofDays(1)));
    }

    public Map<OutboxQueue.Figure, Long> outbox() {
        return new EnumMap<>(outbox.figures());
    }

    /** Servers that were heard of within the last minute, in the order in which they started. */
    public List<ServerInstance> servers() {
        return em.createQuery(
                        "select s from ServerInstance s where s.seenAt > :limit order by s.startedAt, s.id",
                        ServerInstance.class)
                .setParameter("limit", clock.instant().minus(GONE))
                .setMaxResults(MOST_SERVERS)
                .getResultList();
    }

    public Optional<BackupView> lastBackup() {
        return em.createQuery(
                        "select b from BackupRun b where b.state = :done order by b.startedAt desc, b.id desc",
                        BackupRun.class)
                .setParameter("done", BackupState.DONE)
                .setMaxResults(1)
                .getResultStream()
                .map(BackupRun::view)
                .findFirst();
    }

    /** Says that this server is there. */
    public void beat(String name, String host, String version) {
        Instant now = clock.instant();
        int known = em.createQuery("update ServerInstance s set s.seenAt = :now where s.name = :name")
                .setParameter("now", now)
                .setParameter("name", name)
                .executeUpdate();
        if (known == 0) {
            em.persist(new ServerInstance(name, host, version, now));
        }
        em.createQuery("delete from ServerInstance s where s.seenAt < :limit")
                .setParameter("limit", now.minus(Duration.ofDays(1)))
                .executeUpdate();
    }

    public void leave(String name) {
        em.createQuery("delete from ServerInstance s where s.name = :name")
                .setParameter("name", name)
                .executeUpdate();
    }
}
