package org.vinculo.crm.activity;

import java.time.LocalDate;

/** When a task comes again once it is done. */
public enum TaskRepeat {
    NONE,
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY;

    /** The next day after a given one that is not past; null when it does not come again. */
    public LocalDate next(LocalDate due, LocalDate today) {
        if (this == NONE || due == null) {
            return null;
        }
        long times = 1;
        LocalDate next = plus(due, times);
        while (next.isBefore(today)) {
            times++;
            next = plus(due, times);
        }
        return next;
    }

    /** Counted from the first day each time, so that the 31st comes back after a short month. */
    private LocalDate plus(LocalDate due, long times) {
        return switch (this) {
            case NONE -> due;
            case DAILY -> due.plusDays(times);
            case WEEKLY -> due.plusWeeks(times);
            case MONTHLY -> due.plusMonths(times);
            case YEARLY -> due.plusYears(times);
        };
    }
}
