package org.vinculo.crm.activity;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A promise to look at.
 *
 * @param ownerId public id of the member of staff who has to keep it
 * @param sourceId public id of the conversation or case it was given in, or null
 * @param note for the house alone, or null
 * @param settledOn day on which it was kept or withdrawn, or null
 * @param reason why it was withdrawn, or null
 * @param overdue whether it is open and its day is past
 * @param late whether it was kept after its day
 */
public record PromiseView(
        String publicId,
        long version,
        String customerId,
        String customer,
        String what,
        LocalDate dueOn,
        String ownerId,
        String owner,
        PromiseSource source,
        String sourceId,
        String note,
        PromiseState state,
        LocalDate settledOn,
        String settledBy,
        String reason,
        boolean overdue,
        boolean late,
        Instant createdAt,
        String createdBy)
        implements Serializable {

    public boolean open() {
        return state == PromiseState.OPEN;
    }

    /** One word for its state, as texts and style sheets know it. */
    public String word() {
        return overdue ? "OVERDUE" : late ? "LATE" : state.name();
    }
}
