package org.vinculo.crm.identity;

/**
 * Somebody of a customer did something in the portal that whoever looks after the customer should know.
 *
 * @param action as in the audit trail
 */
public record PortalDeed(long customerId, String action) {}
