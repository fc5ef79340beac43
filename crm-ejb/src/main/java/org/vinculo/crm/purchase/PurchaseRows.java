package org.vinculo.crm.purchase;

/** Which documents of a time are wanted. */
public enum PurchaseRows {
    SALES,
    /** Sales of which the cost of the goods is not known. */
    WITHOUT_COST,
    RETURNS;

    PurchaseKind kind() {
        return this == RETURNS ? PurchaseKind.RETURN : PurchaseKind.SALE;
    }
}
