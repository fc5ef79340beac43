package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A change of phase of one customer.
 *
 * @param from null at the beginning
 * @param stayDays days in the new phase, or null while it lasts
 */
public record PhaseChangeView(LocalDate day, Phase from, Phase to, PhaseRule rule, Integer stayDays)
        implements Serializable {}
