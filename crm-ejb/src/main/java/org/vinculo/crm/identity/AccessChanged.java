package org.vinculo.crm.identity;

/**
 * What somebody may do has changed: sessions must be looked at afresh.
 *
 * @param accountId the account concerned, or null for everybody
 */
public record AccessChanged(Long accountId) {}
