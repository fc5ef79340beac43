package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;

/**
 * Which customers are wanted; null means any.
 *
 * @param q words that names, numbers or addresses begin with, all of them
 * @param deleted whether the deleted ones are wanted instead of the others
 */
public record CustomerList(
        String q,
        String externalId,
        CustomerKind kind,
        CustomerStage stage,
        Ownership owner,
        String language,
        String country,
        Instant createdSince,
        Instant changedSince,
        boolean deleted)
        implements Serializable {

    /** Whose customers. */
    public enum Ownership {
        ME,
        TEAM,
        NOBODY
    }

    public static final CustomerList ALL =
            new CustomerList(null, null, null, null, null, null, null, null, null, false);

    public static CustomerList search(String q) {
        return new CustomerList(q, null, null, null, null, null, null, null, null, false);
    }
}
