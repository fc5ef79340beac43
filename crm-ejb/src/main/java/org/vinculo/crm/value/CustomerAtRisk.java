package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;
import org.vinculo.crm.shared.Money;

/**
 * A customer who may leave.
 *
 * @param chance 0 to 1
 * @param atStake chance times lifetime value, or null while the customer has no figures
 * @param mainFactor what speaks most for leaving, or null
 */
public record CustomerAtRisk(
        String publicId, String name, double chance, Money atStake, Tier tier, LocalDate lastOn, ChurnFactor mainFactor)
        implements Serializable {}
