package org.vinculo.crm.activity;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A task to look at.
 *
 * @param customerId public id of the customer it is about, or null
 * @param dueOn day, or null without one
 * @param dueAt when it is overdue: its time, else the end of its day; null without a day
 * @param timed whether a time of day was set
 * @param assigneeId public id of whoever does it, or null while it waits in a queue
 * @param teamId public id of the team in whose queue it is or was, or null
 */
public record TaskView(
        String publicId,
        long version,
        String customerId,
        String customer,
        String title,
        String note,
        TaskPriority priority,
        LocalDate dueOn,
        Instant dueAt,
        boolean timed,
        String assigneeId,
        String assignee,
        String teamId,
        String team,
        TaskState state,
        Instant remindAt,
        TaskRepeat repeats,
        TaskOrigin origin,
        boolean overdue,
        Instant doneAt,
        String doneBy,
        Instant createdAt,
        String createdBy)
        implements Serializable {

    public boolean open() {
        return state == TaskState.OPEN;
    }

    /** Whether it waits for somebody of the team to take it. */
    public boolean waiting() {
        return open() && assigneeId == null && teamId != null;
    }
}
