package org.vinculo.crm.consent;

import java.io.Serializable;
import java.time.Instant;

/**
 * A line of the ledger in the reader's words.
 *
 * @param title what was said
 * @param details who, where, when and in answer to what
 * @param note the words that were written down with it, or null
 * @param disputable whether the customer may still call it wrong
 */
public record LedgerLine(
        String publicId,
        Instant at,
        Topic topic,
        String title,
        String details,
        String note,
        boolean byCustomer,
        boolean disputable,
        boolean disputed)
        implements Serializable {}
