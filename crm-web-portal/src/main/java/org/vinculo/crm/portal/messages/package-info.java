/** Messages between the customer and the company. */
package org.vinculo.crm.portal.messages;
