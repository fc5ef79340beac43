package org.vinculo.crm.purchase;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A purchase with its lines.
 *
 * @param customerId public id of the customer
 * @param version for entity tags
 */
public record PurchaseDetails(
        PurchaseView purchase,
        String customerId,
        List<PurchaseLineView> lines,
        Instant recordedAt,
        String recordedBy,
        long version)
        implements Serializable {

    public PurchaseDetails {
        lines = List.copyOf(lines);
    }
}
