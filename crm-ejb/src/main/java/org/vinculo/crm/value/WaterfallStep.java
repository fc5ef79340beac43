package org.vinculo.crm.value;

/** The steps from what was sold to what remained, in the order in which they are shown. */
public enum WaterfallStep {
    SALES,
    DISCOUNTS,
    RETURNS,
    BAD_DEBT,
    COST_OF_GOODS,
    CHANNELS,
    SERVICE,
    CAMPAIGNS
}
