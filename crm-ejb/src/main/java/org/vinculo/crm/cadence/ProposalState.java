package org.vinculo.crm.cadence;

/** What became of a proposed contact. */
public enum ProposalState {
    PROPOSED,
    ACCEPTED,
    SNOOZED,
    DISMISSED
}
