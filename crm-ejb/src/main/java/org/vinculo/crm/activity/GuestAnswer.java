package org.vinculo.crm.activity;

/** What a guest said to an invitation. */
public enum GuestAnswer {
    WAITING,
    ACCEPTED,
    DECLINED
}
