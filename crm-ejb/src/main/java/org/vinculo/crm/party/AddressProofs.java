package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.AddressProofDesk;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;

/** Has customers confirm by mail that an e-mail address is theirs, without an account in the portal. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_EDIT)
public class AddressProofs {

    @Inject
    CustomerAccess access;

    @Inject
    AddressProofDesk desk;

    /**
     * Sends a link to an address of the customer.
     *
     * @throws NotFound when the customer is out of reach or has no such contact point
     * @throws InvalidInput on {@code address} when there is nothing to prove, or it was asked often enough
     */
    public void ask(String customerPublicId, String contactPointPublicId) {
        Customer customer = access.load(customerPublicId, Permission.CUSTOMER_EDIT);
        ContactPoint point = customer.getContactPoints().stream()
                .filter(each -> each.getPublicId().equals(contactPointPublicId))
                .findFirst()
                .orElseThrow(NotFound::new);
        desk.ask(customer, point);
    }

    /** When links were sent that nobody has used yet, by the public id of the contact point. */
    public Map<String, Instant> waiting(String customerPublicId) {
        return desk.waiting(
                access.load(customerPublicId, Permission.CUSTOMER_EDIT).getContactPoints());
    }
}
