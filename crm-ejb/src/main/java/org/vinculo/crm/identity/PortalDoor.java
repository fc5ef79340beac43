package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;
import org.vinculo.crm.identity.entity.PortalMembership;
import org.vinculo.crm.identity.internal.SessionLedger;

/** The portal's door for one customer, for rooms that must shut it. */
@ApplicationScoped
public class PortalDoor {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    SessionLedger sessions;

    /** Everybody who acts for the customer is signed out, and accounts that act for nobody else are closed. */
    public void close(long customerId) {
        List<PortalMembership> members = em.createQuery(
                        "select m from PortalMembership m join fetch m.account where m.customerId = :customer order by m.id",
                        PortalMembership.class)
                .setParameter("customer", customerId)
                .getResultList();
        for (PortalMembership member : members) {
            long others = em.createQuery(
                            "select count(m) from PortalMembership m where m.account = :account"
                                    + " and m.customerId <> :customer",
                            Long.class)
                    .setParameter("account", member.getAccount())
                    .setParameter("customer", customerId)
                    .getSingleResult();
            sessions.endAll(member.getAccount().getId(), null, EndReason.DISABLED);
            if (others == 0) {
                member.getAccount().disable();
            }
        }
    }
}
