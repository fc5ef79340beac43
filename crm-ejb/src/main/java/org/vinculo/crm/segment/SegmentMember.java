package org.vinculo.crm.segment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.value.Tier;

/**
 * A customer of a segment.
 *
 * @param tier null without one, and for whoever may not see it
 * @param ltv as for the tier, in the currency of the figures
 */
public record SegmentMember(
        String publicId,
        String externalId,
        String name,
        CustomerKind kind,
        String city,
        String country,
        Tier tier,
        BigDecimal ltv,
        LocalDate lastPurchase)
        implements Serializable {}
