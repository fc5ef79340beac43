package org.vinculo.crm.activity;

/** Where a promise was given. */
public enum PromiseSource {
    STAFF,
    INTERACTION,
    PORTAL,
    CASE,
    OFFER
}
