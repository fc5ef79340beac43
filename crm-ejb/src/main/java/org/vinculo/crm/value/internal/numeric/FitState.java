package org.vinculo.crm.value.internal.numeric;

/** Whether the data decided the parameters. */
public enum FitState {
    /** A maximum inside, each parameter known to better than a factor of about four. */
    SOLID,

    /** A maximum on a ridge: the fit describes the data, single parameters are hardly known. */
    FLAT,

    /** The likelihood runs to the edge of what a parameter may be; there is no maximum inside. */
    EDGE,

    /** No maximum was found. */
    FAILED
}
