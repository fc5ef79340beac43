package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.audit.AccessLog;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.privacy.CopyState;
import org.vinculo.crm.privacy.entity.PersonalCopy;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;

/** Copies of everything about a customer: asked for, fetched, expired. */
@ApplicationScoped
public class CopyDesk {

    static final String COPY = "privacyCopy";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    Jobs jobs;

    @Inject
    AuditLog audit;

    @Inject
    AccessLog access;

    @Inject
    CopyFiles files;

    /** @throws InvalidInput when one is being made already */
    public PersonalCopy ask(CustomerRef customer) {
        if (of(customer.id()).stream().anyMatch(copy -> copy.getState() == CopyState.PREPARING)) {
            throw InvalidInput.field("copy", "privacy.error.copyRuns");
        }
        Caller who = caller.get();
        String by = who.name() == null ? "-" : who.name();
        PersonalCopy copy = new PersonalCopy(
                customer.id(), who.kind() == Caller.Kind.CUSTOMER, who.accountId(), by, clock.instant());
        em.persist(copy);
        audit.record(AuditEvent.about("privacy.copyAsked", COPY, copy.getPublicId(), customer.id(), null));
        jobs.submit(CopyJob.NAME, copy.getPublicId(), who.kind() == Caller.Kind.CUSTOMER ? "portal" : by);
        return copy;
    }

    /** The latest copies of a customer. */
    public List<PersonalCopy> of(long customerId) {
        return em.createQuery(
                        "select c from PersonalCopy c where c.customerId = :customer order by c.askedAt desc, c.id desc",
                        PersonalCopy.class)
                .setParameter("customer", customerId)
                .setMaxResults(20)
                .getResultList();
    }

    Optional<PersonalCopy> find(String publicId) {
        return em.createQuery("select c from PersonalCopy c where c.publicId = :id", PersonalCopy.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    /**
     * Opens a copy that is ready; the caller closes it.
     *
     * @throws NotFound when the customer has no such copy, or it is not ready or expired
     */
    public InputStream open(String publicId, long customerId) {
        PersonalCopy copy = find(publicId)
                .filter(found -> found.getCustomerId() == customerId && found.isReady(clock.instant()))
                .orElseThrow(NotFound::new);
        try {
            InputStream content = Files.newInputStream(files.path(copy.getStoredName()));
            copy.fetched();
            access.exported(List.of(customerId));
            audit.record(AuditEvent.about("privacy.copyFetched", COPY, copy.getPublicId(), customerId, null));
            return content;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes copies whose time is over. */
    public int expire(int atMost) {
        List<PersonalCopy> old = em.createQuery(
                        "select c from PersonalCopy c where c.state = :ready and c.expiresAt < :now order by c.id",
                        PersonalCopy.class)
                .setParameter("ready", CopyState.READY)
                .setParameter("now", clock.instant())
                .setMaxResults(atMost)
                .getResultList();
        for (PersonalCopy copy : old) {
            files.delete(copy.getStoredName());
            copy.expired();
        }
        return old.size();
    }
}
