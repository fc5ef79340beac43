/** What a customer bought. */
package org.vinculo.crm.portal.purchases;
