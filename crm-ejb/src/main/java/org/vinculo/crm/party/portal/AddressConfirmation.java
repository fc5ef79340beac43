package org.vinculo.crm.party.portal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.internal.AddressProofDesk;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.NotFound;

/** Confirms an e-mail address by the link that was sent to it; nobody needs to sign in for it. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class AddressConfirmation {

    @Inject
    AddressProofDesk desk;

    /**
     * The address that the link was sent to; nothing changes by looking.
     *
     * @throws NotFound when the link was used, is too old, was replaced, or the address is another one now
     */
    @PermitAll
    public String look(String secret) {
        return desk.look(secret).point().getNormalValue();
    }

    /** @throws NotFound as {@link #look} */
    @PermitAll
    public void confirm(String secret) {
        desk.confirm(secret);
    }
}
