package org.vinculo.crm.party;

/**
 * Many customers were brought in at once; fired in the transaction that finished it.
 *
 * @param by who brought them
 */
public record CustomersArrived(String by) {}
