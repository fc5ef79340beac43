package org.vinculo.crm.activity;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.vinculo.crm.activity.internal.Feeds;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.NotFound;

/** What calendar programs read, which cannot sign in: the address itself is the secret. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.STAFF)
public class CalendarFeedService {

    @Inject
    Feeds feeds;

    /**
     * The calendar behind a secret as a file of RFC 5545.
     *
     * @throws NotFound when the secret is none or was revoked
     */
    @PermitAll
    public String read(String secret) {
        return feeds.file(secret).orElseThrow(NotFound::new);
    }
}
