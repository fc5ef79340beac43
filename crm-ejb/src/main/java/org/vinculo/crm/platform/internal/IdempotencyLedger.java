package org.vinculo.crm.platform.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.vinculo.crm.platform.IdempotencyKeys.Answer;
import org.vinculo.crm.platform.entity.IdempotentRequest;

/**
 * The answers that were given before. An enterprise bean, because the filter that asks runs in a web module, where the
 * persistence unit of this module cannot be seen.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IdempotencyLedger {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    public Optional<Answer> find(String owner, String key) {
        return request(owner, key).map(IdempotentRequest::answer);
    }

    public void answered(String owner, String key, int status, String location, String etag, String body) {
        request(owner, key).ifPresent(request -> request.answered(new Answer(null, status, location, etag, body)));
    }

    private Optional<IdempotentRequest> request(String owner, String key) {
        return em.createQuery(
                        "select r from IdempotentRequest r where r.owner = :owner and r.key = :key",
                        IdempotentRequest.class)
                .setParameter("owner", owner)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}
