package org.vinculo.crm.exchange.internal.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of a sale or a return.
 *
 * @param customerRef how the file calls the customer
 * @param customerName name for a customer that has to be created, or null
 * @param at when; the start of the day when the file gives only the day
 * @param day business day
 * @param documentNumber invoice or order, or null when every row stands alone
 * @param quantity never null
 * @param amount net amount of the line
 * @param cancelled whether the document number bears the mark of a cancellation
 */
public record PurchaseRow(
        String lineKey,
        String customerRef,
        String customerName,
        Instant at,
        LocalDate day,
        String documentNumber,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discount,
        BigDecimal amount,
        BigDecimal cost,
        String currency,
        String product,
        String description,
        String channel,
        boolean cancelled) {}
