package org.vinculo.crm.purchase;

import java.util.Set;

/**
 * Purchases of these customers came in, were corrected or taken back; fired in the transaction that did it.
 *
 * @param customers internal ids
 */
public record PurchasesChanged(Set<Long> customers) {

    public PurchasesChanged {
        customers = Set.copyOf(customers);
    }
}
