package org.vinculo.crm.operations;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * How the installation is.
 *
 * @param version version of the product
 * @param database product and version of the database; null when it does not answer
 * @param schema version of the schema
 * @param embedded whether the database lies in the data folder
 * @param diskFree bytes left on the disk of the data folder, -1 when unknown
 * @param mailServer whether mails are sent
 * @param outboxWaiting mails not sent yet
 * @param outboxFailed mails given up within a day
 * @param outboxOldestSeconds age of the oldest mail not sent yet
 * @param jobsFailed jobs that failed within a day
 * @param lastBackup the last good backup, or null
 * @param servers the servers that work on the database
 */
public record StatusView(
        String version,
        String database,
        String schema,
        boolean embedded,
        String dataFolder,
        long diskFree,
        long diskTotal,
        long heapUsed,
        long heapMax,
        boolean mailServer,
        long outboxWaiting,
        long outboxFailed,
        long outboxOldestSeconds,
        long jobsWaiting,
        long jobsRunning,
        long jobsFailed,
        BackupView lastBackup,
        List<ServerView> servers)
        implements Serializable {

    private static final int SCARCE = 10;

    public StatusView {
        servers = List.copyOf(servers);
    }

    /**
     * A server of the database.
     *
     * @param here whether it is the one that answers
     */
    public record ServerView(String name, String host, String version, Instant startedAt, Instant seenAt, boolean here)
            implements Serializable {}

    /** Less than a tenth of the disk is left. */
    public boolean isDiskScarce() {
        return diskFree >= 0 && diskFree * SCARCE < diskTotal;
    }
}
