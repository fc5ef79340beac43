package org.vinculo.crm.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.identity.Caller;

/**
 * How a customer wanted to be reached before this system knew of it; what is null was never said.
 *
 * @param madeAt when it was said
 * @param actor who wrote it down
 */
public record PastPreference(
        long customerId,
        Channel first,
        Channel second,
        ContactHours hours,
        Frequency frequency,
        LocalDate pausedUntil,
        Instant stoppedAt,
        Instant madeAt,
        Caller actor,
        Source source) {}
