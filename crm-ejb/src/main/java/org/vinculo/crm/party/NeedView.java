package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;

/** A need or preference to look at. */
public record NeedView(
        String publicId,
        long version,
        NeedKind kind,
        NeedBasis basis,
        String text,
        DataOrigin origin,
        String originNote,
        Instant collectedAt,
        String collectedBy,
        Instant confirmedAt,
        String confirmedBy)
        implements Serializable {}
