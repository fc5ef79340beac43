package org.vinculo.crm.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.vinculo.crm.audit.entity.AuditEntry;
import org.vinculo.crm.identity.CurrentCaller;

/** Keeps what was done, in the caller's transaction, so that it is kept exactly when the deed is. */
@ApplicationScoped
public class AuditLog {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    public void record(AuditEvent event) {
        em.persist(new AuditEntry(clock.instant(), caller.get(), event));
    }
}
