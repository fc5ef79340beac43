package org.vinculo.crm.value;

/** What somebody should know before relying on a model. */
public enum ModelWarning {
    /** Fewer customers with a repeat purchase than a model needs. */
    TOO_FEW_REPEATS,

    /** The likelihood of the purchases runs to the edge: no maximum inside. */
    PURCHASES_AT_EDGE,

    /** The parameters of the purchases are hardly known, though their predictions may be. */
    PURCHASES_FLAT,

    /** The likelihood of the values runs to the edge, or the mean of all values does not exist. */
    VALUES_AT_EDGE,

    VALUES_FLAT,

    /** Value and number of purchases go together more than Gamma-Gamma assumes. */
    VALUE_DEPENDS_ON_FREQUENCY
}
