package org.vinculo.crm.exchange;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.shared.Money;

/**
 * An import as it is shown.
 *
 * @param fileId public id of the uploaded file
 * @param trial whether it only counts
 * @param totals what the purchases that it created or changed come to, one amount per currency
 * @param expected rows that the file is thought to hold, for the progress
 * @param failure key of the reason when it failed, otherwise null
 * @param undoing whether it is being taken back
 * @param left what could not be taken back because somebody changed it since, or null
 * @param fileKept whether the file is still there, so that its errors can be downloaded
 */
public record ImportView(
        String id,
        String fileId,
        ImportKind kind,
        String fileName,
        boolean trial,
        ImportState state,
        RowCounts rows,
        List<Money> totals,
        long expected,
        String failure,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        String startedBy,
        boolean undoing,
        Instant undoneAt,
        String undoneBy,
        Long left,
        boolean fileKept)
        implements Serializable {

    private static final double ALMOST = 0.99;

    public ImportView {
        totals = List.copyOf(totals);
    }

    /** Share done, 0 to 1; the file's rows are an estimate until it is over. */
    public double progress() {
        if (state.isOver()) {
            return 1;
        }
        return expected <= 0 ? 0 : Math.min(ALMOST, (double) rows.read() / expected);
    }

    /** Time left at the present pace, or null while it cannot be told. */
    public Duration timeLeft(Instant now) {
        if (state != ImportState.RUNNING || startedAt == null || rows.read() <= 0 || expected <= rows.read()) {
            return null;
        }
        double secondsPerRow = Duration.between(startedAt, now).toMillis() / 1000.0 / rows.read();
        return Duration.ofSeconds(Math.round(secondsPerRow * (expected - rows.read())));
    }

    public boolean canBeUndone() {
        return !trial
                && !undoing
                && state != ImportState.UNDONE
                && state.isOver()
                && rows.created() + rows.changed() > 0;
    }

    public boolean hasErrorFile() {
        return rows.faulty() > 0 && fileKept;
    }
}
