package org.vinculo.crm.activity.portal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import org.vinculo.crm.activity.internal.InvitationLinks;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.NotFound;

/** Answers to invitations by the link in their mail; nobody needs to sign in for it, and each link answers once. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class Invitations {

    @Inject
    InvitationLinks links;

    /** @throws NotFound when the link was used, replaced by a newer one, or never was one */
    @PermitAll
    public InvitationToAnswer look(String secret, Locale locale) {
        return links.look(secret, locale);
    }

    /** @throws NotFound as {@link #look} */
    @PermitAll
    public void answer(String secret, boolean comes) {
        links.answer(secret, comes);
    }
}
