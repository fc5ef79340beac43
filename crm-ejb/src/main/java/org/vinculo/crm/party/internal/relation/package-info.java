/** What customers are to each other, the tree of companies, and partners. */
package org.vinculo.crm.party.internal.relation;
