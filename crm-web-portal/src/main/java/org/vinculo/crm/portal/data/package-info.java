/** What is kept about a customer, and its correction. */
package org.vinculo.crm.portal.data;
