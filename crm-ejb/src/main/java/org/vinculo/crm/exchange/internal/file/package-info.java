/** Reads files record by record, under limits, without trusting what they claim. */
package org.vinculo.crm.exchange.internal.file;
