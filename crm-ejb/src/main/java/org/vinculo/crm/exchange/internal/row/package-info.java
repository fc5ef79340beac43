/** Makes typed rows out of records, with everything that is wrong with each. */
package org.vinculo.crm.exchange.internal.row;
