/** Value tiers by a versioned policy: cuts made once for the whole base, then one customer at a time. */
package org.vinculo.crm.value.internal.tier;
