package org.vinculo.crm.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A task that comes in from elsewhere.
 *
 * @param customerId or null
 * @param dueTime on the clock of the zone, or null
 * @param assigneeId or null for the queue of the team
 * @param teamId or null
 * @param doneAt or null while it is open
 */
public record TaskSeed(
        Long customerId,
        String title,
        String note,
        TaskPriority priority,
        LocalDate dueOn,
        LocalTime dueTime,
        ZoneId zone,
        Long assigneeId,
        Long teamId,
        Long authorId,
        TaskRepeat repeats,
        Instant createdAt,
        String by,
        Instant doneAt) {}
