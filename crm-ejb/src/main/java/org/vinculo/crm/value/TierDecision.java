package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a person decides about a tier.
 *
 * @param until last day on which it holds, half a year away at most
 */
public record TierDecision(Tier tier, LocalDate until, String reason) implements Serializable {}
