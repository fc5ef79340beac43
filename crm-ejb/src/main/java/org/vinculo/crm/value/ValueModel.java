package org.vinculo.crm.value;

/** What a lifetime value was computed with; every screen that shows one names it. */
public enum ValueModel {
    /** Purchases by BG/NBD, their value by Gamma-Gamma. */
    BG_NBD_GAMMA_GAMMA,

    /** Average monthly margin times months times retention, where the data do not carry a model. */
    AVERAGE_MARGIN
}
