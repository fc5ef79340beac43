package org.vinculo.crm.value;

/** What the value of a purchase is, for the models. */
public enum ValueMeasure {
    /** Net amount less the cost of goods; the net amount where the cost is not known. */
    MARGIN,
    /** Net amount. */
    REVENUE
}
