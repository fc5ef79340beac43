package org.vinculo.crm.identity;

import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody who has, or was offered, access to the portal for a customer.
 *
 * @param id public id of the membership, or of nothing when it is only an invitation
 * @param invited whether the invitation was not accepted yet
 * @param expiresAt when the invitation stops working, or null
 */
public record PortalAccess(
        String id,
        String accountId,
        String email,
        String name,
        OrgRole role,
        AccountStatus status,
        boolean invited,
        Instant expiresAt,
        Instant lastSignInAt)
        implements Serializable {}
