/** The pages of customers: the list, the form, and the page that tells a customer's story. */
package org.vinculo.crm.backoffice.customers;
