/** Queries, bulk writing and the contributions of purchases to other rooms' pages. */
package org.vinculo.crm.purchase.internal;
