package org.vinculo.crm.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.vinculo.crm.identity.PortalDoor;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomerViews;
import org.vinculo.crm.shared.NotFound;

/** The first step of forgetting a customer, in the transaction that decides it. */
@ApplicationScoped
public class Forgetting {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    PortalDoor door;

    /** Those of them who are not forgotten; records that became a part of another customer are left to that one. */
    public List<CustomerRef> known(Collection<String> publicIds) {
        return em.createQuery(
                        "select c from Customer c where c.publicId in :ids and c.erasedAt is null"
                                + " and c.mergedIntoId is null order by c.id",
                        Customer.class)
                .setParameter("ids", publicIds)
                .getResultStream()
                .map(CustomerViews::ref)
                .toList();
    }

    /** The customer is deleted and nobody comes in for them any more. */
    public void close(long customerId, String by) {
        Customer customer = em.find(Customer.class, customerId);
        if (customer == null) {
            throw new NotFound();
        }
        if (!customer.isDeleted()) {
            customer.delete(clock.instant(), by);
            customer.changed(clock.instant());
        }
        door.close(customerId);
        em.flush();
    }
}
