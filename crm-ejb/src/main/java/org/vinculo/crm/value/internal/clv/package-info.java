/**
 * What a customer without contract is expected to buy and be worth, and how long a contract lasts.
 *
 * <p>Repeat purchases by BG/NBD (Fader, Hardie and Lee, "Counting Your Customers" the Easy Way, Marketing Science 24, 2005),
 * their value by Gamma-Gamma (Fader and Hardie, The Gamma-Gamma Model of Monetary Value, 2013), Pareto/NBD (Schmittlein,
 * Morrison and Colombo, Counting Your Customers, Management Science 33, 1987) as a second opinion, contracts by Kaplan and
 * Meier (1958). Time is in weeks unless a name says months; values are in the currency of the base.
 *
 * <p>The way through: a {@link org.vinculo.crm.value.internal.clv.HistoryReader} per customer, fed with purchases in the order
 * of days, gives a summary; the summaries fill two tables (a few numbers per distinct history); the tables are fitted; the
 * fitted models score one summary at a time.
 */
package org.vinculo.crm.value.internal.clv;
