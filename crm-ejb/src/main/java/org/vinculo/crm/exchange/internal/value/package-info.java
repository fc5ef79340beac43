/** Understands dates, numbers and countries, over whole columns. */
package org.vinculo.crm.exchange.internal.value;
