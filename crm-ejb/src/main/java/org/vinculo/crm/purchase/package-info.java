/**
 * What customers bought and gave back, whatever brought it in: the base of every value figure.
 *
 * <p>A purchase is a document with lines; lines of the same customer and document number are one purchase, a line
 * without a number is a purchase of its own. Totals are the sum of the lines at any time. Each line carries a key made
 * of what it says, so that the same file twice gives nothing new. Returns are purchases below zero or of a document
 * that bears the mark of a cancellation.
 */
@CrmModule(allowed = {"platform", "identity", "audit", "notification", "document", "party"})
package org.vinculo.crm.purchase;

import org.vinculo.crm.shared.CrmModule;
