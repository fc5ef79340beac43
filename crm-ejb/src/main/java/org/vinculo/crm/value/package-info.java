/**
 * Who is worth what, and why: contribution, RFM, lifetime value, tiers, lifecycle phases, churn risk and affinity.
 *
 * <p>Every formula is a pure function without persistence, each in a package of its own behind the door. Money that is
 * booked (contribution, policies) is exact; what a model expects is a {@code double} in the currency of the base and is
 * never booked. The unit of time of the purchase models is the week.
 */
@CrmModule(allowed = {"platform", "identity", "audit", "notification", "party", "interaction", "consent", "purchase"})
package org.vinculo.crm.value;

import org.vinculo.crm.shared.CrmModule;
