/** Where a customer arrives. */
package org.vinculo.crm.portal.home;
