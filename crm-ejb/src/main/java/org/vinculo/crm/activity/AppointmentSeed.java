package org.vinculo.crm.activity;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * An appointment that comes in from elsewhere.
 *
 * @param customerId or null
 * @param start on the clock of the zone
 * @param rule of RFC 5545 without an end, or null
 */
public record AppointmentSeed(
        Long customerId,
        long organizerId,
        String by,
        String title,
        String place,
        LocalDateTime start,
        int minutes,
        ZoneId zone,
        String rule,
        Instant createdAt) {}
