/**
 * Customers: persons, organisations and prospects are one entity, with their contact points, needs and preferences.
 *
 * <p>The customer is the root of the application. Other rooms refer to one by its id and load it through {@link
 * org.vinculo.crm.party.Customers}, which applies the reach (own, team, all) of the caller's permission in one place:
 * what is out of reach does not exist. The page that tells a customer's story is assembled from the {@link
 * org.vinculo.crm.party.Customer360Part}s of the rooms above, without knowing them.
 *
 * <p>Search is by normalised words in a table of their own with a plain index; every query is a prefix range, so it
 * stays fast with a million customers on either database.
 */
@CrmModule(allowed = {"platform", "identity", "audit", "notification", "document"})
package org.vinculo.crm.party;

import org.vinculo.crm.shared.CrmModule;
