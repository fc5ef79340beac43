package org.vinculo.crm.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.identity.Caller;

/**
 * What a customer said about a purpose and channel before this system knew of it.
 *
 * @param state GRANTED, DENIED or WITHDRAWN
 * @param madeAt when it was said or written down
 * @param actor who wrote it down: kind, account and name count
 * @param toldOn the day it was said, when somebody else wrote it down
 * @param note what proves it, or null for the customer's own word
 * @param address where the channel led at that time, or null
 */
public record PastWord(
        long customerId,
        String purpose,
        Channel channel,
        ConsentState state,
        Instant madeAt,
        Caller actor,
        Source source,
        LocalDate toldOn,
        String note,
        String address) {}
