package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Lets what one account asks for at once be done one after the other, so that whoever counts what there is before
 * adding to it counts right, on several servers as well.
 */
@ApplicationScoped
public class Turns {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    /**
     * Waits until nobody else has the caller's turn and keeps it to the end of the transaction. To be taken late: on
     * Derby whoever reads the account waits as well.
     */
    public void take() {
        Caller who = caller.get();
        switch (who.kind()) {
            case STAFF, CUSTOMER -> hold("update account set version = version where id = ?1", who.accountId());
            case TOKEN -> hold("update api_token set version = version where id = ?1", who.accountId());
            default -> {
                // the system and whoever is not signed in are nobody who could wait for themselves
            }
        }
    }

    /** A statement that changes nothing takes the lock on both databases; no entity becomes newer by it. */
    private void hold(String statement, long id) {
        em.createNativeQuery(statement).setParameter(1, id).executeUpdate();
    }
}
