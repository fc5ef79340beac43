/** Reads address books: vCards and the tables that mail programs export, both as records of the same columns. */
package org.vinculo.crm.exchange.internal.contact;
