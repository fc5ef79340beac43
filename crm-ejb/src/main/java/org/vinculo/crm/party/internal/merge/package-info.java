/** Making one customer out of two, with everything attached, and taking that back. */
package org.vinculo.crm.party.internal.merge;
