package org.vinculo.crm.consent;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.identity.Caller;

/**
 * A line of the ledger as it is shown.
 *
 * @param purposeTitle what the purpose is called in the reader's language, or null
 * @param disputed whether the customer said that the line is wrong
 */
public record LedgerEntry(
        long id,
        String publicId,
        Instant at,
        Topic topic,
        String purpose,
        String purposeTitle,
        Channel channel,
        String before,
        String after,
        Caller.Kind actorKind,
        String actorName,
        Source source,
        LocalDate toldOn,
        String note,
        Integer wordingEdition,
        String wordingLanguage,
        String address,
        String ip,
        boolean disputed)
        implements Serializable {

    /** Only what somebody else wrote down can be wrong about the customer. */
    public boolean isDisputable() {
        return actorKind != Caller.Kind.CUSTOMER && topic != Topic.DISPUTE && !disputed;
    }

    public boolean isByCustomer() {
        return actorKind == Caller.Kind.CUSTOMER;
    }
}
