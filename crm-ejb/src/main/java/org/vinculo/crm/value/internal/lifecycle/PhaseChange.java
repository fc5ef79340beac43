package org.vinculo.crm.value.internal.lifecycle;

import java.time.LocalDate;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.PhaseRule;

/** @param day from which the new phase counts @param from null at the beginning */
public record PhaseChange(LocalDate day, Phase from, Phase to, PhaseRule rule) {}
