/** Proving that an address is the customer's. */
package org.vinculo.crm.portal.address;
