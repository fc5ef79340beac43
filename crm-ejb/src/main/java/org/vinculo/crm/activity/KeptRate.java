package org.vinculo.crm.activity;

import java.io.Serializable;

/**
 * How promises of one person or team were kept that fell due in a time.
 *
 * @param id public id of the person or the team; null for people without a team
 * @param name of the person, or of the team; null for people without a team
 * @param team of the person when it was promised, or null
 * @param due promises that fell due, without the withdrawn ones
 * @param kept on or before the day
 * @param late kept, but after the day
 * @param overdue still open
 * @param withdrawn taken back
 */
public record KeptRate(
        String id, String name, String team, long due, long kept, long late, long overdue, long withdrawn)
        implements Serializable {

    /** Share kept in time, 0 to 1; null when nothing fell due. */
    public Double rate() {
        return due == 0 ? null : (double) kept / due;
    }
}
