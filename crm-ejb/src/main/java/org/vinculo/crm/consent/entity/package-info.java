/** Purposes, consents, preferences and the ledger as they are stored. Closed to other rooms. */
package org.vinculo.crm.consent.entity;
