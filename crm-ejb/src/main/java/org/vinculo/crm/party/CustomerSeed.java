package org.vinculo.crm.party;

import java.time.Instant;
import java.util.List;

/**
 * A customer that comes from outside with its history.
 *
 * @param form what is known; the verification of its contact points is believed
 * @param ownerId internal id of the member of staff who looks after it, or null
 * @param teamId internal id of the team, or null
 * @param createdAt when it became known; contact points count as collected then
 * @param createdBy who wrote it down
 */
public record CustomerSeed(
        CustomerForm form,
        Long ownerId,
        Long teamId,
        DataOrigin origin,
        Instant createdAt,
        String createdBy,
        List<NeedSeed> needs) {

    public CustomerSeed {
        needs = List.copyOf(needs);
    }

    /** A need that comes along; confirmedAt and confirmedBy are null when nobody confirmed it. */
    public record NeedSeed(
            NeedKind kind,
            NeedBasis basis,
            String text,
            String originNote,
            DataOrigin origin,
            Instant collectedAt,
            String collectedBy,
            Instant confirmedAt,
            String confirmedBy) {}
}
