package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.vinculo.crm.identity.AccessChanged;
import org.vinculo.crm.identity.CustomerMatching;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.entity.AccountToken;
import org.vinculo.crm.identity.entity.PortalAccount;
import org.vinculo.crm.identity.entity.PortalMembership;

/** For which customers a portal account acts. */
@ApplicationScoped
public class Memberships {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Instance<CustomerMatching> matching;

    @Inject
    Clock clock;

    @Inject
    Event<AccessChanged> accessChanged;

    /** Joins the customer that invited, or the one that the proved address belongs to. */
    public void join(PortalAccount account, AccountToken link) {
        if (link.getCustomerId() != null) {
            join(account, link.getCustomerId(), roleFor(link));
            matching.get().emailVerified(link.getCustomerId(), account.getEmail());
            return;
        }
        CustomerMatching.Candidate customer = matched(account);
        join(account, customer.id(), customer.organisation() ? OrgRole.VIEWER : OrgRole.ADMIN);
        matching.get().emailVerified(customer.id(), account.getEmail());
    }

    /** Exactly one customer with the address is that customer; otherwise it is a new prospect, for staff to look at. */
    private CustomerMatching.Candidate matched(PortalAccount account) {
        List<CustomerMatching.Candidate> known = matching.get().withVerifiedEmail(account.getEmail());
        return known.size() == 1
                ? known.get(0)
                : matching.get().createProspect(account.getDisplayName(), account.getEmail(), account.locale());
    }

    /** Whoever acts for a person decides everything for them; roles are for organisations. */
    private OrgRole roleFor(AccountToken link) {
        boolean organisation = matching.get()
                .find(link.getCustomerId())
                .map(CustomerMatching.Candidate::organisation)
                .orElse(true);
        return organisation ? Offer.of(link).role() : OrgRole.ADMIN;
    }

    private void join(PortalAccount account, long customerId, OrgRole role) {
        List<PortalMembership> present = em.createQuery(
                        "select m from PortalMembership m where m.account = :account and m.customerId = :customer",
                        PortalMembership.class)
                .setParameter("account", account)
                .setParameter("customer", customerId)
                .getResultList();
        if (present.isEmpty()) {
            em.persist(new PortalMembership(account, customerId, role, clock.instant()));
        } else {
            present.get(0).change(role);
        }
        accessChanged.fire(new AccessChanged(account.getId()));
    }

    public String customerName(AccountToken link) {
        return link.getCustomerId() == null
                ? null
                : matching.get()
                        .find(link.getCustomerId())
                        .map(CustomerMatching.Candidate::name)
                        .orElse(null);
    }
}
