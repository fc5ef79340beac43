package org.vinculo.crm.platform;

import java.time.Duration;
import java.time.Instant;

/**
 * A job as it is shown.
 *
 * @param message key of a text, or null
 * @param startedBy who asked for it
 */
public record JobView(
        String publicId,
        String name,
        JobState state,
        long done,
        long total,
        String message,
        String startedBy,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    /** Share done, 0 to 1; 1 when completed, 0 while the total is unknown. */
    public double progress() {
        if (state == JobState.COMPLETED) {
            return 1;
        }
        return total <= 0 ? 0 : Math.min(1, (double) done / total);
    }

    /** Time left at the present pace, or null while it cannot be told. */
    public Duration timeLeft(Instant now) {
        if (state != JobState.RUNNING || startedAt == null || done <= 0 || total <= done) {
            return null;
        }
        double secondsPerUnit = Duration.between(startedAt, now).toMillis() / 1000.0 / done;
        return Duration.ofSeconds(Math.round(secondsPerUnit * (total - done)));
    }
}
