/**
 * How alike two customers are: normal forms, keys that bring likely pairs together, and the weighted comparison, all
 * without a database. One matcher answers at entry, at import and when the whole base is searched.
 */
package org.vinculo.crm.party.internal.match;
