package org.vinculo.crm.purchase;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.shared.Money;

/**
 * A purchase in a list.
 *
 * @param at moment, as exact as it is known
 * @param on business day
 * @param total sum of the lines
 * @param cost what the lines cost the company, or null when unknown
 */
public record PurchaseView(
        String publicId,
        String documentNumber,
        Instant at,
        LocalDate on,
        PurchaseKind kind,
        String channel,
        Money total,
        BigDecimal cost,
        int lines,
        DataOrigin origin)
        implements Serializable {

    public boolean isReturn() {
        return kind == PurchaseKind.RETURN;
    }
}
