/** What a customer may do with their own consents and preferences. The customer comes from the caller, never from a request. */
package org.vinculo.crm.consent.portal;
