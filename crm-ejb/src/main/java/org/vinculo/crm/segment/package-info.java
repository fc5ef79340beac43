/**
 * Segments: groups of customers by what is known of them, for lists, campaigns and whoever else asks.
 *
 * <p>A segment is a sentence about customers. A live one is asked of the database whenever it is used; a frozen one is a
 * list of members of one day. Every condition of the sentence is one criterion in SQL whose values are parameters, so a
 * segment is counted and paged with one statement however large the base is.
 *
 * <p>Whoever uses a segment meets only customers that they may see, and only when they may see everything that its sentence
 * speaks of: membership would tell the figures behind it otherwise.
 */
@CrmModule(allowed = {"platform", "identity", "audit", "party", "interaction", "consent", "purchase", "value"})
package org.vinculo.crm.segment;

import org.vinculo.crm.shared.CrmModule;
