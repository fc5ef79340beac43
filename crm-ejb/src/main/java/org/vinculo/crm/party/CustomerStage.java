package org.vinculo.crm.party;

/** Whether somebody has bought yet. */
public enum CustomerStage {
    PROSPECT,
    CUSTOMER
}
