package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a person recorded about a relationship.
 *
 * @param reason why it ended or may end, null where that was not asked
 */
public record PhaseEventView(
        String publicId, PhaseEventKind kind, LocalDate day, DefectionReason reason, String note, String by)
        implements Serializable {}
