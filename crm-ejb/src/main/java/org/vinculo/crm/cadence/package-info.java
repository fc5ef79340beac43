/**
 * Regular contact: who has been silent for too long, and who may be spoken to.
 *
 * <p>The longest silence is the number of days of the tier's treatment times the per cent of the phase. A meaningful contact is
 * a conversation in which somebody was reached; a customer without one is silent since they became known. A contact is
 * proposed only through a channel that the consent room allows for offers, the customer's own choice first.
 */
@CrmModule(allowed = {"platform", "identity", "audit", "party", "interaction", "consent", "activity", "value"})
package org.vinculo.crm.cadence;

import org.vinculo.crm.shared.CrmModule;
