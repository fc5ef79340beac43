/** What the customer was promised. */
package org.vinculo.crm.portal.promises;
