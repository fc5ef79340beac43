/** The pages of purchases: the tab of a customer, and a purchase with its lines. */
package org.vinculo.crm.backoffice.purchases;
