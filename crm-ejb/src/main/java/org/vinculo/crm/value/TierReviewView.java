package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.Instant;

/** The question whether a tier is right, and its answer. */
public record TierReviewView(
        String publicId,
        String customer,
        String customerName,
        TierReviewState state,
        Tier presentTier,
        Tier wantedTier,
        String question,
        Instant askedAt,
        String askedBy,
        boolean byCustomer,
        Instant answeredAt,
        String answeredBy,
        String answer)
        implements Serializable {}
