package org.vinculo.crm.privacy;

import java.io.Serializable;
import java.time.Instant;

/** A copy of everything that is known about a customer. */
public record CopyView(
        String publicId,
        CopyState state,
        boolean byCustomer,
        Instant askedAt,
        String askedBy,
        long size,
        Instant readyAt,
        Instant expiresAt,
        int downloads)
        implements Serializable {}
