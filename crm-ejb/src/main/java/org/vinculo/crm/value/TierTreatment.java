package org.vinculo.crm.value;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How customers of a tier are treated; other rooms ask for it.
 *
 * @param serviceMultiplier of answer times, 0.5 for half of them
 * @param exclusiveChannel whether a channel of their own is open to them
 * @param discountCeiling largest share of a price that may be given away, 0 to 1
 * @param incentiveBudget per customer and year in the currency of the base
 * @param cadenceDays longest time without a meaningful contact
 */
public record TierTreatment(
        BigDecimal serviceMultiplier,
        boolean exclusiveChannel,
        BigDecimal discountCeiling,
        BigDecimal incentiveBudget,
        int cadenceDays)
        implements Serializable {}
