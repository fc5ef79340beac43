package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/**
 * A customer that may be the one being entered.
 *
 * @param publicId null when the customer is out of the caller's reach: then only that there is one is told
 * @param name null when out of reach
 * @param score 0 to 100
 * @param parts what speaks for it, the weightiest first
 */
public record DuplicateCandidate(
        String publicId, String name, String city, boolean deleted, int score, List<MatchPart> parts)
        implements Serializable {

    public DuplicateCandidate {
        parts = List.copyOf(parts);
    }

    /** Whether it is almost certainly the same. */
    public boolean certain() {
        return score >= DuplicateSearch.CERTAIN;
    }
}
