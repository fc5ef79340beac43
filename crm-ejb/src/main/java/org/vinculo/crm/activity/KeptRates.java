package org.vinculo.crm.activity;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * How promises were kept, of whatever the caller reaches.
 *
 * @param from first day on which they were due
 * @param to last day on which they were due, today at the latest
 */
public record KeptRates(LocalDate from, LocalDate to, KeptRate all, List<KeptRate> teams, List<KeptRate> people)
        implements Serializable {

    public KeptRates {
        teams = List.copyOf(teams);
        people = List.copyOf(people);
    }
}
