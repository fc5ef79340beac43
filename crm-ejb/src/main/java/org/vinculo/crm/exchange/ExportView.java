package org.vinculo.crm.exchange;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * An export as it is shown.
 *
 * @param rows rows written so far
 * @param done customers that are through
 * @param expected customers in all, 0 while unknown
 * @param cut whether there was more than one export may hold
 * @param failure key of the reason when it failed, otherwise null
 * @param bytes size of the file
 * @param expiresAt when the file goes
 */
public record ExportView(
        String id,
        ImportKind kind,
        ExportFormat format,
        ExportState state,
        String fileName,
        long rows,
        long done,
        long expected,
        boolean cut,
        String failure,
        long bytes,
        Instant createdAt,
        String createdBy,
        Instant finishedAt,
        Instant expiresAt)
        implements Serializable {

    private static final double ALMOST = 0.99;

    /** Share done, 0 to 1. */
    public double progress() {
        if (state.isOver()) {
            return 1;
        }
        return expected <= 0 ? 0 : Math.min(ALMOST, (double) done / expected);
    }

    public Duration timeLeft(Instant now) {
        if (state != ExportState.RUNNING || done <= 0 || expected <= done) {
            return null;
        }
        double secondsPerCustomer = Duration.between(createdAt, now).toMillis() / 1000.0 / done;
        return Duration.ofSeconds(Math.round(secondsPerCustomer * (expected - done)));
    }

    public boolean downloadable() {
        return state == ExportState.COMPLETED;
    }
}
