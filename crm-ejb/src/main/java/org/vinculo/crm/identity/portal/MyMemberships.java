package org.vinculo.crm.identity.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.CustomerMatching;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.entity.PortalMembership;
import org.vinculo.crm.identity.internal.CallerProfile;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.identity.internal.SessionLedger;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.NotFound;

/** The customers for whom one portal account acts, one at a time in a session. */
@Stateless
@Boundary
@RolesAllowed(Permission.Code.CUSTOMER)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MyMemberships {

    @Inject
    CallerProfile profile;

    @Inject
    Instance<CustomerMatching> customers;

    @Inject
    SessionLedger sessions;

    @Inject
    CurrentCaller caller;

    @Inject
    Journal journal;

    /** The customers to choose from, by name; empty when there is no choice. */
    public List<MyMembership> choices() {
        long current = caller.customerId();
        List<PortalMembership> own = profile.memberships(caller.get().accountId());
        if (own.size() < 2) {
            return List.of();
        }
        Map<Long, CustomerMatching.Candidate> known = customers
                .get()
                .find(own.stream().map(PortalMembership::getCustomerId).toList());
        List<MyMembership> choices = own.stream()
                .filter(membership -> known.containsKey(membership.getCustomerId()))
                .map(membership -> choice(membership, known.get(membership.getCustomerId()), current))
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
        return choices.size() < 2 ? List.of() : choices;
    }

    private static MyMembership choice(PortalMembership membership, CustomerMatching.Candidate customer, long current) {
        return new MyMembership(
                membership.getPublicId(), customer.publicId(), customer.name(), customer.id() == current);
    }

    /**
     * From now on the session acts for the customer of a membership, in the role that belongs to it.
     *
     * @param sessionId public id of the caller's session
     * @throws NotFound when the caller has no such membership any more, or its customer is gone
     */
    public void actFor(String membershipId, String sessionId) {
        long accountId = caller.get().accountId();
        long customerId = profile.memberships(accountId).stream()
                .filter(membership -> membership.getPublicId().equals(membershipId))
                .findFirst()
                .orElseThrow(NotFound::new)
                .getCustomerId();
        CustomerMatching.Candidate customer = customers.get().find(customerId).orElseThrow(NotFound::new);
        sessions.actFor(accountId, sessionId, customerId);
        journal.byCaller("portal.actsFor", "customer", customer.publicId(), customerId, null);
    }
}
