package org.vinculo.crm.identity.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.identity.entity.AccountRequest;
import org.vinculo.crm.shared.Boundary;

/** The bookkeeping of what anonymous people asked for, each step in a transaction of its own. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RequestLedger {

    private static final Logger LOG = Logger.getLogger(RequestLedger.class.getName());
    private static final Duration AGAIN = Duration.ofSeconds(20);
    private static final Duration TOO_OLD = Duration.ofDays(1);
    private static final int TRIES = 5;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    AnonymousRequests answers;

    @Inject
    Clock clock;

    public List<Long> due(int atMost) {
        return em.createQuery(
                        "select r.id from AccountRequest r where r.nextAt <= :now order by r.nextAt, r.id", Long.class)
                .setParameter("now", clock.instant())
                .setMaxResults(atMost)
                .getResultList();
    }

    /** Answers a request and forgets it, both or neither. Of several servers that try, one does. */
    public void answer(long id) {
        AccountRequest request = em.find(AccountRequest.class, id);
        if (request == null || !take(id)) {
            return;
        }
        if (request.getMadeAt().plus(TOO_OLD).isBefore(clock.instant())) {
            return;
        }
        switch (request.getKind()) {
            case RESET -> answers.sendReset(request.getRealm(), request.getEmail(), request.client());
            case REGISTER -> answers.register(request.getName(), request.getEmail(), request.client());
            default -> throw new IllegalStateException(request.getKind().name());
        }
    }

    private boolean take(long id) {
        return em.createQuery("delete from AccountRequest r where r.id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** It could not be answered: another try later, but not for ever. */
    public void failed(long id) {
        AccountRequest request = em.find(AccountRequest.class, id);
        if (request == null) {
            return;
        }
        Instant now = clock.instant();
        if (request.getFailures() + 1 >= TRIES) {
            LOG.log(Level.SEVERE, "request {0} for a mail about an account was given up", id);
            em.remove(request);
        } else {
            request.failed(now.plus(AGAIN.multipliedBy(request.getFailures() + 1L)));
        }
    }
}
