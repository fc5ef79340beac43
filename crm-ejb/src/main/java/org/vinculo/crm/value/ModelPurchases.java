package org.vinculo.crm.value;

/** The purchases that the card of a model counts. */
public enum ModelPurchases {
    SALES,
    RETURNS,
    WITH_COST,
    LEFT_OUT
}
