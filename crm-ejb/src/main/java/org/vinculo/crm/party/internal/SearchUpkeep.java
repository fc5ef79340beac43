package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.shared.BeforeCommit;

/** Keeps the search in step with every change of a customer, whoever made it, in the transaction of the change. */
@ApplicationScoped
public class SearchUpkeep implements BeforeCommit {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    TokenIndex tokens;

    @Override
    public void flushed() {
        List<Customer> touched = TouchedCustomers.take(em.unwrap(UnitOfWork.class)).stream()
                .filter(em::contains)
                .toList();
        tokens.refresh(touched);
    }
}
