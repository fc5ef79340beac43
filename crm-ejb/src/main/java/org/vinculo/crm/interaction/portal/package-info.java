/** Messages between a customer and the company; the customer always comes from the caller. */
package org.vinculo.crm.interaction.portal;
