package org.vinculo.crm.purchase;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A line that comes from outside, checked.
 *
 * @param customerId internal id
 * @param rowKey {@link LineIdentity#key}
 * @param documentNumber lines of the same customer, currency and document number become one purchase; null for a line
 *     that is a purchase of its own
 * @param cancelled whether the document cancels another one
 */
public record ImportedLine(
        long customerId,
        String rowKey,
        String documentNumber,
        Instant at,
        LocalDate on,
        String currency,
        String channel,
        boolean cancelled,
        String product,
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discount,
        BigDecimal amount,
        BigDecimal cost) {

    String purchaseKey() {
        return LineIdentity.purchaseKey(documentNumber, currency, rowKey);
    }
}
