package org.vinculo.crm.value;

/** By which rule a relationship changed its phase. */
public enum PhaseRule {
    BECAME_KNOWN,
    QUALIFIED,
    FIRST_PURCHASE,
    SECOND_FAMILY,
    EXPANDED,
    WARNING,

    /** Silent for longer than four fifths of the customer's own pauses. */
    SILENT,

    /** Silent for a multiple of that. */
    SILENT_FOR_LONG,
    BOUGHT_AGAIN,
    CAME_BACK,
    ENDED,
    CLOSED
}
