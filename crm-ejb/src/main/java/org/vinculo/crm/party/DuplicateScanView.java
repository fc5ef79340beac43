package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * One search of the base for customers that are there twice.
 *
 * @param jobId public id of the job
 * @param running whether it is under way
 * @param progress 0 to 1
 * @param wholeBase whether everybody was compared, or only who is new or changed
 * @param customers customers that were looked at
 * @param compared pairs that were compared
 * @param proposed pairs that it added to the queue
 * @param skipped keys that too many share, most customers first; at most ten
 */
public record DuplicateScanView(
        String jobId,
        boolean running,
        boolean failed,
        double progress,
        boolean wholeBase,
        Instant startedAt,
        String startedBy,
        Instant finishedAt,
        long customers,
        long compared,
        long proposed,
        int skippedBlocks,
        List<Skipped> skipped)
        implements Serializable {

    /**
     * A key that says nothing.
     *
     * @param sort what it is made of, for {@code duplicates.key.*}
     * @param value the key as it is compared
     */
    public record Skipped(String sort, String value, long customers) implements Serializable {}
}
