package org.vinculo.crm.platform;

/**
 * A kind of long work. The kernel calls {@link #step} again and again, each call in a transaction of its own in which
 * the returned checkpoint is stored together with whatever the step wrote: after a kill the work goes on exactly there.
 */
public interface JobHandler {

    /** Stable name of the work; stored with each job. */
    String name();

    /** Whether nobody waits for it: such work runs one at a time and leaves the other places to those who wait. */
    default boolean inBackground() {
        return false;
    }

    /**
     * Does one chunk, at most a few seconds long and at most 1,000 rows.
     *
     * @throws RuntimeException when the work cannot go on; the chunk is rolled back and the job fails, unless the
     *     database only reports a lock, in which case the step is tried again
     */
    JobStep step(JobContext context);

    /** Told in a new transaction that the job failed for good or was cancelled. */
    default void ended(JobContext context, JobState state) {}
}
