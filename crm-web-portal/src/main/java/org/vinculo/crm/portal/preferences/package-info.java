/** The customer's channels, purposes and history. */
package org.vinculo.crm.portal.preferences;
