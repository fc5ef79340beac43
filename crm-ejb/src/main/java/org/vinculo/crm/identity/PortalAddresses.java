package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.PortalMembership;

/** Where the people of a customer who come through the portal read mail. */
@ApplicationScoped
public class PortalAddresses {

    private static final int MOST = 50;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /** Everybody with an active account. */
    public List<StaffMailbox> of(long customerId) {
        return em.createQuery(
                        "select m from PortalMembership m join fetch m.account where m.customerId = :customer order by m.id",
                        PortalMembership.class)
                .setParameter("customer", customerId)
                .setMaxResults(MOST)
                .getResultStream()
                .map(PortalMembership::getAccount)
                .filter(Account::isActive)
                .map(account -> new StaffMailbox(
                        account.getEmail(), account.locale().toLanguageTag(), account.getDisplayName()))
                .toList();
    }
}
