package org.vinculo.crm.document;

/**
 * The record that a file belongs to.
 *
 * @param type of {@link FileOwners#type()}
 * @param id internal id
 * @param customerId internal id of the customer concerned, or null while nobody knows whose it is
 */
public record FileOwner(String type, long id, Long customerId) {}
