package org.vinculo.crm.activity;

/** How an appointment comes again, as the form offers it. */
public enum RepeatKind {
    NONE,
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY,
    /** By a rule that came from another calendar and that the form does not offer. */
    OTHER
}
