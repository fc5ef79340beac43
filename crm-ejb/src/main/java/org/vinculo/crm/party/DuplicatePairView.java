package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Two customers that look like one.
 *
 * @param score 0 to 100
 * @param parts what speaks for it and against it, the weightiest first
 */
public record DuplicatePairView(
        String publicId,
        long id,
        Side first,
        Side second,
        int score,
        List<MatchPart> parts,
        DuplicateState state,
        Instant foundAt,
        Instant decidedAt,
        String decidedBy)
        implements Serializable {

    /** One of the two. */
    public record Side(
            String publicId, String externalId, String name, CustomerKind kind, String city, Instant createdAt)
            implements Serializable {}
}
