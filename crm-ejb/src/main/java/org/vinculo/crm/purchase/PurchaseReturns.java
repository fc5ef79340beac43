package org.vinculo.crm.purchase;

import java.io.Serializable;
import java.util.List;

/**
 * How a purchase and what was given back of it belong together.
 *
 * @param of the purchase that this one gives back, or null
 * @param returns what was given back of this one, the oldest first
 */
public record PurchaseReturns(PurchaseView of, List<PurchaseView> returns) implements Serializable {

    public PurchaseReturns {
        returns = List.copyOf(returns);
    }
}
