package org.vinculo.crm.value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A change of tier and what it was decided on.
 *
 * @param from null for the first tier
 * @param ltv lifetime value then, in the currency of the figures, or null for a decision by hand
 * @param bestCut value from which customers were among the most valuable then
 * @param note what the person wrote who decided, or null
 */
public record TierChangeView(
        Instant at,
        LocalDate asOf,
        Tier from,
        Tier to,
        TierReason reason,
        int policyNumber,
        Double ltv,
        BigDecimal contribution,
        Double bestCut,
        Double gap,
        String by,
        String note)
        implements Serializable {}
