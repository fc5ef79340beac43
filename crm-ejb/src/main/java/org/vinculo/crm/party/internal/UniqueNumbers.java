package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.Normal;

/** Says which field is taken before the database can only say that something is. */
@ApplicationScoped
public class UniqueNumbers {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /** @throws Duplicate when another customer, deleted or not, has the number */
    public void checkExternalId(String externalId, Long ownId) {
        String number = Normal.line(externalId);
        if (number == null) {
            return;
        }
        boolean taken = em.createQuery("select c.id from Customer c where c.externalId = :number", Long.class)
                .setParameter("number", number)
                .getResultStream()
                .anyMatch(id -> !id.equals(ownId));
        if (taken) {
            throw new Duplicate("externalId");
        }
    }
}
