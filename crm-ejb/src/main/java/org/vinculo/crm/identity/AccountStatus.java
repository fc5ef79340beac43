package org.vinculo.crm.identity;

/** Whether an account can be used. */
public enum AccountStatus {
    /** Has not set a password yet. */
    INVITED,
    ACTIVE,
    DISABLED
}
