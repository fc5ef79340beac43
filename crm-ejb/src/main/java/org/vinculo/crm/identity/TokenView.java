package org.vinculo.crm.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/**
 * An API token as the administrator sees it; never the token itself.
 *
 * @param permissions those that it has now: less than it was given when its maker may do less since
 * @param usable whether it was neither revoked nor is too old
 * @param makerGone whether it rests because whoever made it may not come in
 */
public record TokenView(
        String id,
        String name,
        Set<Permission> permissions,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        boolean usable,
        boolean makerGone)
        implements Serializable {

    public TokenView {
        permissions = Set.copyOf(permissions);
    }
}
