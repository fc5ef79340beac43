package org.vinculo.crm.privacy;

import java.io.Serializable;
import java.time.Instant;

/**
 * How long something is kept.
 *
 * @param code its text is {@code privacy.rule.<code>}
 * @param overdue how many there are that are older; counted when asked for, otherwise null
 */
public record RuleView(
        String code,
        int days,
        int usualDays,
        int leastDays,
        boolean inForce,
        Instant lastRunAt,
        long lastCount,
        Long overdue)
        implements Serializable {}
