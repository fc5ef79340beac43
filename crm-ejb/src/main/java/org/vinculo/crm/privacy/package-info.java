/**
 * What people may ask about their data, and what the company owes them: what is known and why, copies to take away,
 * correction, being forgotten, rules for how long things are kept, and who looked.
 *
 * <p>The room keeps no list of tables. Every room says itself, in a {@link org.vinculo.crm.shared.PersonalDataPart}, what it
 * knows about a customer, for which purpose, and what stays for which reason when the customer is forgotten; from that
 * come the page of the customer, the copy, the trial run and the erasure. A test compares the declarations with the
 * database, so that a new table cannot be forgotten.
 *
 * <p>Nobody is deleted whose purchases the tax authorities may ask for: the row of the customer stays without a person.
 */
@CrmModule(
        allowed = {
            "platform",
            "identity",
            "audit",
            "notification",
            "party",
            "interaction",
            "consent",
            "purchase",
            "exchange",
            "value"
        })
package org.vinculo.crm.privacy;

import org.vinculo.crm.shared.CrmModule;
