package org.vinculo.crm.value;

import java.io.Serializable;

/**
 * A customer and what is missing to the potential; amounts in the currency of the figures.
 *
 * @param potential what one in ten of the peers reaches, or more when the customer does already
 */
public record CustomerGap(
        String publicId,
        String name,
        String kind,
        String country,
        Tier tier,
        Phase phase,
        double ltv,
        double potential,
        double gap)
        implements Serializable {}
