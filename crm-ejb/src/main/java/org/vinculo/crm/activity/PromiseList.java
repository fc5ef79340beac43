package org.vinculo.crm.activity;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What narrows a list of promises; nulls narrow nothing.
 *
 * @param mine only those that the caller has to keep
 * @param owner public id of the member of staff who has to keep them
 * @param team public id of the team that the owner was in when it was promised
 * @param from first day on which they are due
 * @param to last day on which they are due
 */
public record PromiseList(PromiseFilter filter, boolean mine, String owner, String team, LocalDate from, LocalDate to)
        implements Serializable {

    public PromiseList {
        filter = filter == null ? PromiseFilter.ALL : filter;
    }

    public static PromiseList of(PromiseFilter filter) {
        return new PromiseList(filter, false, null, null, null, null);
    }

    public static PromiseList mine(PromiseFilter filter) {
        return new PromiseList(filter, true, null, null, null, null);
    }
}
