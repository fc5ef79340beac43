package org.vinculo.crm.segment;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.party.Phrase;

/**
 * A segment as people see it.
 *
 * @param sentence whom it means, in words
 * @param mine whether the caller owns it
 * @param manageable whether the caller may change it
 * @param usable whether the caller may see everything that the sentence speaks of
 * @param state whether its members are asked for or kept
 * @param frozenOn day of the snapshot, null while live
 * @param members size, null when it was not counted yet or the caller does not reach everybody
 * @param countedAt of when the size is
 */
public record SegmentView(
        String publicId,
        long version,
        String name,
        String description,
        Phrase sentence,
        SegmentRule rule,
        String owner,
        boolean mine,
        boolean shared,
        boolean manageable,
        boolean usable,
        State state,
        LocalDate frozenOn,
        String frozenBy,
        Long members,
        Instant countedAt,
        Instant changedAt)
        implements Serializable {

    /** Whether the members are those of this moment. */
    public enum State {
        LIVE,
        /** The snapshot is being written. */
        FREEZING,
        FROZEN
    }

    public boolean isFrozen() {
        return state != State.LIVE;
    }
}
