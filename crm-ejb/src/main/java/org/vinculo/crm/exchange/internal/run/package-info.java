/** Does the import and its undo, chunk by chunk. */
package org.vinculo.crm.exchange.internal.run;
