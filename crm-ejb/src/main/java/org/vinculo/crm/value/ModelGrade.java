package org.vinculo.crm.value;

/** How far the figures of a model may be relied on, from the check on what came after the observation. */
public enum ModelGrade {
    A,
    B,
    C,
    D,

    /** No purchases after the observation to check against. */
    UNCHECKED
}
