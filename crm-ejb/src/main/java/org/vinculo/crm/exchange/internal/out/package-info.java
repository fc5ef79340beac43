/** Carries customers, purchases and conversations out: reads them in chunks and writes CSV, XLSX or vCard. */
package org.vinculo.crm.exchange.internal.out;
