/**
 * What a customer allows, and how and when they want to be reached.
 *
 * <p>Purposes and channels, the state of every consent, the append-only ledger that proves it, contact preferences, and the
 * one decision {@link org.vinculo.crm.consent.ContactDecision} from which every "may we contact?" is answered.
 *
 * <p>Consent is kept per customer, purpose and channel, not per address: a new address has to be confirmed before
 * advertising uses it, which is what a consent per address would protect, and a corrected typing error does not silence
 * somebody who said yes. The ledger notes the address of the moment. "Stop all marketing" lies over the consents and leaves
 * them as they are, so that undoing it gives back exactly what was there.
 */
@CrmModule(allowed = {"platform", "identity", "audit", "notification", "document", "party"})
package org.vinculo.crm.consent;

import org.vinculo.crm.shared.CrmModule;
