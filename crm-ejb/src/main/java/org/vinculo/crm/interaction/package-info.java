/**
 * Conversations with customers, over every channel in one shape.
 *
 * <p>An interaction says who, when, how, about what and with what result. Whatever brings one in twice (a script, a
 * mailbox) names it by an external id, and it is kept once.
 */
@CrmModule(allowed = {"platform", "identity", "audit", "notification", "document", "party"})
package org.vinculo.crm.interaction;

import org.vinculo.crm.shared.CrmModule;
