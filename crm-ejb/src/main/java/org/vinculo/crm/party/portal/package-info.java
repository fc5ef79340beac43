/** What customers may see and correct of themselves; the customer always comes from the caller. */
package org.vinculo.crm.party.portal;
