package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/**
 * A customer that may be the one being entered.
 *
 * @param publicId null when the customer is out of the caller's reach: then only that there is one is told
 * @param name null when out of reach
 * @param reasons strongest first
 */
public record DuplicateCandidate(
        String publicId, String name, String city, boolean deleted, List<DuplicateReason> reasons)
        implements Serializable {

    public DuplicateCandidate {
        reasons = List.copyOf(reasons);
    }

    public int score() {
        return reasons.get(0).score();
    }

    /** Whether it is almost certainly the same. */
    public boolean certain() {
        return score() >= 90;
    }
}
