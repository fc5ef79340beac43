package org.vinculo.crm.consent.portal;

import java.io.Serializable;
import java.time.Instant;
import org.vinculo.crm.consent.LedgerLine;

/**
 * Something the customer said, or that was written down about it, in the customer's language.
 *
 * @param details who, where and in answer to what
 * @param note the words that were written down with it, or null
 * @param disputable whether the customer may call it wrong
 * @param disputed whether the customer did
 */
public record MyHistoryLine(
        String publicId,
        Instant at,
        String title,
        String details,
        String note,
        boolean byCustomer,
        boolean disputable,
        boolean disputed)
        implements Serializable {

    static MyHistoryLine of(LedgerLine line) {
        return new MyHistoryLine(
                line.publicId(),
                line.at(),
                line.title(),
                line.details(),
                line.note(),
                line.byCustomer(),
                line.disputable(),
                line.disputed());
    }
}
