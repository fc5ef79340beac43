package org.vinculo.crm.activity;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A promise of the past that comes in from elsewhere.
 *
 * @param teamId team of the owner then, or null
 * @param settledOn day on which it was kept or withdrawn, null while it is open
 * @param reason why it was withdrawn; null when it was kept or is open
 */
public record PromiseSeed(
        long customerId,
        String what,
        LocalDate dueOn,
        long ownerId,
        Long teamId,
        PromiseSource source,
        String note,
        Instant createdAt,
        String by,
        LocalDate settledOn,
        String reason) {}
