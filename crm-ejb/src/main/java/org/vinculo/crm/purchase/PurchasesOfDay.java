package org.vinculo.crm.purchase;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * The documents that figures of a day were made of, or left out.
 *
 * @param kind null for both
 * @param currencies one at least
 * @param inThem whether those in the currencies are wanted, or all others
 * @param withCost whether only those are wanted whose cost is known
 * @param until last day
 * @param recordedUntil what was recorded later was not there yet
 */
public record PurchasesOfDay(
        PurchaseKind kind,
        Set<String> currencies,
        boolean inThem,
        boolean withCost,
        LocalDate until,
        Instant recordedUntil)
        implements Serializable {

    public PurchasesOfDay {
        currencies = Set.copyOf(currencies);
    }
}
