package org.vinculo.crm.purchase;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A purchase as somebody records it.
 *
 * @param at moment; when null the start of the day in the company's zone
 * @param on business day; when null the day of the moment
 * @param documentNumber unique for the customer and currency, or null
 * @param currency ISO code, or null for the company's
 * @param lines at least one
 */
public record PurchaseForm(
        Instant at, LocalDate on, String documentNumber, String channel, String currency, List<Line> lines)
        implements Serializable {

    public PurchaseForm {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /**
     * A line of it.
     *
     * @param quantity one when null
     * @param amount quantity times price less discount when null
     */
    public record Line(
            String product,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            BigDecimal amount,
            BigDecimal cost)
            implements Serializable {}
}
