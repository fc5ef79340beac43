package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * A customer in a list.
 *
 * @param owner name of who looks after the customer, or null
 * @param extras what other rooms know, by {@link CustomerColumn#id()}
 */
public record CustomerRow(
        String publicId,
        String externalId,
        CustomerKind kind,
        CustomerStage stage,
        String name,
        String city,
        String country,
        String language,
        String email,
        String phone,
        String owner,
        Instant createdAt,
        Instant changedAt,
        Instant deletedAt,
        Map<String, Phrase> extras)
        implements Serializable {

    public CustomerRow {
        extras = Map.copyOf(extras);
    }
}
