/** What customers may do with their own data; the customer always comes from the caller. */
package org.vinculo.crm.privacy.portal;
