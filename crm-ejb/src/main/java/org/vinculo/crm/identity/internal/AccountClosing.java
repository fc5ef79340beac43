package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;

/** Closes the caller's own account of the portal. */
@ApplicationScoped
public class AccountClosing {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    @Inject
    AccountDirectory directory;

    @Inject
    SessionLedger sessions;

    public boolean isCaller(String accountPublicId) {
        return directory.own().getPublicId().equals(accountPublicId);
    }

    /** The caller acts for the customer no longer; an account that acts for nobody else is closed. */
    public void close(long customerId) {
        Account account = directory.own();
        em.createQuery("delete from PortalMembership m where m.customerId = :customer and m.account = :account")
                .setParameter("customer", customerId)
                .setParameter("account", account)
                .executeUpdate();
        long left = em.createQuery("select count(m) from PortalMembership m where m.account = :account", Long.class)
                .setParameter("account", account)
                .getSingleResult();
        if (left == 0) {
            account.disable();
        }
        sessions.endAll(account.getId(), null, EndReason.ENDED_BY_USER);
    }
}
