package org.vinculo.crm.shared;

import java.time.Duration;
import java.time.Instant;

/** How long what was read once is taken for true. */
public final class Belief {

    private Belief() {}

    /** Whether what was read at a moment still holds. What was read in the future holds no more: the clock was set back. */
    public static boolean holds(Instant readAt, Duration howLong, Instant now) {
        return !readAt.isAfter(now) && readAt.plus(howLong).isAfter(now);
    }
}
