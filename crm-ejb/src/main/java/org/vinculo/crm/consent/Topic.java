package org.vinculo.crm.consent;

/** What an entry of the ledger is about. */
public enum Topic {
    CONSENT,
    FIRST_CHANNEL,
    SECOND_CHANNEL,
    HOURS,
    LANGUAGE,
    FREQUENCY,
    PAUSE,
    STOP,
    ADDRESS,
    DISPUTE
}
