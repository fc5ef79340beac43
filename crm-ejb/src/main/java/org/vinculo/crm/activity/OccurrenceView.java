package org.vinculo.crm.activity;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * One time an appointment takes place.
 *
 * @param publicId of the appointment
 * @param original when it would have begun by the rule, on the clock of its place; names the occurrence
 * @param repeats whether it is one of a series
 * @param mine whether the reader organises it or is invited
 */
public record OccurrenceView(
        String publicId,
        LocalDateTime original,
        String title,
        String place,
        Instant startsAt,
        Instant endsAt,
        boolean allDay,
        boolean repeats,
        String organizer,
        String customerId,
        String customer,
        boolean mine)
        implements Serializable {}
