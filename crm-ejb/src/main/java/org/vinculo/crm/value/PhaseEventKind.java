package org.vinculo.crm.value;

/** What people record about a relationship beside what the figures see; the names are those of the replayed events. */
public enum PhaseEventKind {
    /** The fit was looked at and is good. */
    QUALIFIED,
    /** They asked how to leave, or said they might. */
    WARNED,
    /** They said that it is over. */
    ENDED,
    /** They take it up again, also before they buy. */
    CAME_BACK,
    /** The house ended it, or they exist no more. */
    CLOSED
}
