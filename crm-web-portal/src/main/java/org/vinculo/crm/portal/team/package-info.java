/** Who acts for the customer's organisation. */
package org.vinculo.crm.portal.team;
