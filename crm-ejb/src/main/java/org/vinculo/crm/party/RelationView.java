package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a customer is to another, seen from the first one.
 *
 * @param forward whether the customer is the one who works for, belongs to and so on
 * @param otherId public id of the other one; null when that one is out of reach, and so is the name
 * @param current whether it holds today
 */
public record RelationView(
        String publicId,
        long version,
        RelationType type,
        boolean forward,
        String otherId,
        String otherName,
        CustomerKind otherKind,
        LocalDate from,
        LocalDate to,
        boolean current,
        String note,
        Instant recordedAt,
        String recordedBy)
        implements Serializable {

    /** Key of what the other one is: {@code relation.WORKS_FOR.forward}. */
    public String textKey() {
        return "relation." + type + (forward ? ".forward" : ".backward");
    }
}
