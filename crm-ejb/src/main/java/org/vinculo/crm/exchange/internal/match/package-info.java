/** Finds out what the columns of a file are. */
package org.vinculo.crm.exchange.internal.match;
