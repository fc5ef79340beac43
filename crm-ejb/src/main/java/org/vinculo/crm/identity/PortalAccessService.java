package org.vinculo.crm.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.identity.internal.PortalInvitations;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;

/** Who may come through the portal for a customer; what staff decide about that. */
@Stateless
@Boundary
@RolesAllowed(Permission.Code.PORTAL_INVITE)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PortalAccessService {

    @Inject
    Instance<CustomerMatching> customers;

    @Inject
    PortalInvitations invitations;

    @Inject
    Journal journal;

    /** Members and open invitations. */
    public List<PortalAccess> of(long customerId) {
        require(customerId);
        return invitations.of(customerId);
    }

    /**
     * Invites somebody to act for the customer. An earlier invitation of the same person stops working.
     *
     * @throws InvalidInput when the address cannot be right
     * @throws NotFound when there is no such customer for the caller
     */
    public void invite(long customerId, String email, String name, OrgRole role, Locale locale) {
        CustomerMatching.Candidate customer = require(customerId);
        String line = Normal.line(name) == null ? customer.name() : Normal.line(name);
        invitations.requireOpen(email);
        invitations.invite(customer, email, line, role, locale);
        journal.byCaller("portal.invited", "customer", customer.publicId(), customerId, role.name());
    }

    /** @throws NotFound when there is no such membership of the customer */
    public void changeRole(long customerId, String membershipId, OrgRole role) {
        CustomerMatching.Candidate customer = require(customerId);
        invitations.changeRole(customerId, membershipId, role);
        journal.byCaller("portal.role", "customer", customer.publicId(), customerId, role.name());
    }

    /**
     * Ends somebody's access for this customer, or takes an invitation back.
     *
     * @throws NotFound when there is no such membership or invitation
     */
    public void end(long customerId, String accountId) {
        CustomerMatching.Candidate customer = require(customerId);
        invitations.end(customerId, accountId);
        journal.byCaller("portal.ended", "customer", customer.publicId(), customerId, null);
    }

    private CustomerMatching.Candidate require(long customerId) {
        return customers.get().find(customerId, Permission.PORTAL_INVITE).orElseThrow(NotFound::new);
    }
}
