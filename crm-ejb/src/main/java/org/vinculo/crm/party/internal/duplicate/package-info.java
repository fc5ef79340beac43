/** Customers who may be there twice: their keys, the search of the whole base, and the queue of pairs. */
package org.vinculo.crm.party.internal.duplicate;
