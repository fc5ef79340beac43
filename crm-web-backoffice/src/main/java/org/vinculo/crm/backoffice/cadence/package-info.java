/** Pages of regular contact. */
package org.vinculo.crm.backoffice.cadence;
