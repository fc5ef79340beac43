package org.vinculo.crm.operations;

import java.io.Serializable;
import java.time.Instant;

/**
 * A backup as it is shown.
 *
 * @param occasion why it was made: {@code schedule}, {@code button} or {@code command}, and when
 * @param folder where it lies, or null while there is none
 * @param rows rows of the database in it, counted in the database restored from it
 * @param bytes size on disk
 * @param error what went wrong, or null
 */
public record BackupView(
        String occasion,
        BackupState state,
        String folder,
        long rows,
        long bytes,
        String error,
        Instant startedAt,
        Instant finishedAt)
        implements Serializable {

    /** The first word of the occasion. */
    public String kind() {
        int blank = occasion.indexOf(' ');
        return blank < 0 ? occasion : occasion.substring(0, blank);
    }
}
