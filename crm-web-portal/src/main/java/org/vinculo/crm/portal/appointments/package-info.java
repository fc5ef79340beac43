/** When the customer meets somebody of the house. */
package org.vinculo.crm.portal.appointments;
