package org.vinculo.crm.activity;

/** What became of a promise. */
public enum PromiseState {
    OPEN,
    KEPT,
    WITHDRAWN
}
