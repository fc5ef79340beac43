/** The search box of every page and the page with all results. */
package org.vinculo.crm.backoffice.search;
