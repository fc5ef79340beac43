package org.vinculo.crm.identity.portal;

/**
 * A customer for whom the caller may act.
 *
 * @param id public id of the membership
 * @param customerId public id of the customer
 * @param name name of the customer
 * @param current whether the caller acts for this one at present
 */
public record MyMembership(String id, String customerId, String name, boolean current) {}
