package org.vinculo.crm.value.internal.lifecycle;

import java.time.LocalDate;

/**
 * Something that happened to a relationship.
 *
 * @param family of products, for a purchase; null where it is not known
 */
public record LifecycleEvent(LocalDate day, Kind kind, String family) {

    public enum Kind {
        KNOWN,
        QUALIFIED,
        PURCHASED,

        /** Renewed, or the volume grew by what the policy of the house calls an expansion. */
        EXPANDED,

        /** The model doubts that they are alive, or they asked how to leave. */
        WARNED,
        ENDED,

        /** They take it up again, also before they buy. */
        CAME_BACK,
        CLOSED
    }

    public static LifecycleEvent of(LocalDate day, Kind kind) {
        return new LifecycleEvent(day, kind, null);
    }

    public static LifecycleEvent purchase(LocalDate day, String family) {
        return new LifecycleEvent(day, Kind.PURCHASED, family);
    }
}
