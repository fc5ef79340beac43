/**
 * Who is worth what, and why: contribution, RFM, lifetime value, tiers, lifecycle phases, churn risk and affinity.
 *
 * <p>Every formula is a pure function without persistence, each in a package of its own behind the door. Money that is
 * booked (contribution, policies) is exact; what a model expects is a {@code double} in the currency of the base and is
 * never booked. The unit of time of the purchase models is the week.
 *
 * <p>All figures are in one currency: that of the settings, else that of the house, else the one of most sales when nobody pays
 * in that. Purchases in another currency count at the rate of the settings; without a rate they are in no figure, which is
 * counted, flagged at the customer and said on the model card, but they keep the relationship alive. What a figure is of is
 * never mixed silently.
 *
 * <p>A refresh goes three times over the customers: purchases into {@code customer_history}, models and cuts on that, then
 * {@code customer_value}, the one row a customer that people see. Phases are replayed from purchases, first conversations and
 * recorded events, so the same past gives the same phases; a family of products is the part of a product code before its
 * first hyphen, and what was bought on the first day is one family.
 */
@CrmModule(allowed = {"platform", "identity", "audit", "notification", "party", "interaction", "consent", "purchase"})
package org.vinculo.crm.value;

import org.vinculo.crm.shared.CrmModule;
