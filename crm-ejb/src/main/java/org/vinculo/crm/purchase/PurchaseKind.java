package org.vinculo.crm.purchase;

/** Whether money came in or went back. */
public enum PurchaseKind {
    SALE,
    RETURN;

    /** A cancelled document is a return whatever its sum, and so is every sum below zero. */
    public static PurchaseKind of(boolean cancelled, java.math.BigDecimal total) {
        return cancelled || total.signum() < 0 ? RETURN : SALE;
    }
}
