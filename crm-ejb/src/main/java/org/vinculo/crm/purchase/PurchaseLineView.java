package org.vinculo.crm.purchase;

import java.io.Serializable;
import java.math.BigDecimal;
import org.vinculo.crm.shared.Money;

/**
 * A line of a purchase.
 *
 * @param product code or name
 * @param description longer name, or null
 * @param unitPrice price before discount, or null when only the amount is known
 * @param amount what was paid for the line
 */
public record PurchaseLineView(
        String product,
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discount,
        Money amount,
        BigDecimal cost)
        implements Serializable {}
