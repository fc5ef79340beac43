package org.vinculo.crm.audit;

/**
 * Somebody opened a customer or a thing that belongs to one. Fired where it is decided whom a caller reaches, so that every
 * way to a customer counts: pages, parts of pages and scripts.
 *
 * @param customerId whom
 */
public record CustomerSeen(long customerId) {}
