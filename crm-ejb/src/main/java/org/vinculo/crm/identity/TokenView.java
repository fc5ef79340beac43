package org.vinculo.crm.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/** An API token as the administrator sees it; never the token itself. */
public record TokenView(
        String id,
        String name,
        Set<Permission> permissions,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        boolean usable)
        implements Serializable {

    public TokenView {
        permissions = Set.copyOf(permissions);
    }
}
