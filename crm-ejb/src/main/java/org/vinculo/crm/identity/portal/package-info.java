/** What customers may do with their own access; the account always comes from the caller. */
package org.vinculo.crm.identity.portal;
