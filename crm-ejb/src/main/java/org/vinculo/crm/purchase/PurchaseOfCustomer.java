package org.vinculo.crm.purchase;

import java.io.Serializable;

/** A purchase in a list over many customers. */
public record PurchaseOfCustomer(PurchaseView purchase, String customerId, String customerName)
        implements Serializable {}
