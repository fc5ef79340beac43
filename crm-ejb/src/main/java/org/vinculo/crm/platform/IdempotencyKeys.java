package org.vinculo.crm.platform;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.vinculo.crm.platform.entity.IdempotentRequest;
import org.vinculo.crm.platform.internal.IdempotencyLedger;
import org.vinculo.crm.shared.BeforeCommit;
import org.vinculo.crm.shared.Duplicate;

/**
 * Makes a repeated request harmless. The key is written in the transaction of the deed, so that a deed and its key are
 * kept together or not at all, and of two parallel requests with the same key one is refused by the database.
 */
@ApplicationScoped
public class IdempotencyKeys implements BeforeCommit {

    private static final ThreadLocal<Claim> CLAIM = new ThreadLocal<>();

    /** An answer that was given before. */
    public record Answer(String fingerprint, Integer status, String location, String etag, String body) {
        /** False when the server died between the deed and the answer. */
        public boolean isComplete() {
            return status != null;
        }
    }

    /** What one request claims, and the row by which it did; a repetition of its transaction writes another one. */
    private static final class Claim {
        private final String owner;
        private final String key;
        private final String fingerprint;
        private Long written;
        private Answer answer;

        Claim(String owner, String key, String fingerprint) {
            this.owner = owner;
            this.key = key;
            this.fingerprint = fingerprint;
        }
    }

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @EJB
    IdempotencyLedger ledger;

    /** The answer given to an earlier request with this key. */
    public Optional<Answer> find(String owner, String key) {
        return ledger.find(owner, key);
    }

    /** The first deed of this thread from now on carries the key. */
    public void claim(String owner, String key, String fingerprint) {
        CLAIM.set(new Claim(owner, key, fingerprint));
    }

    /** The answer to the deed of this thread, kept with it when its transaction is committed. */
    public void answering(int status, String location, String etag, String body) {
        Claim claim = CLAIM.get();
        if (claim != null) {
            claim.answer = new Answer(claim.fingerprint, status, location, etag, body);
        }
    }

    /** @return whether the answer was kept with the deed */
    public boolean release() {
        Claim claim = CLAIM.get();
        CLAIM.remove();
        return claim != null && claim.answer != null && claim.written != null;
    }

    /** Keeps the answer, so that a repetition gets the same one; nothing happens when there was no deed. */
    public void answered(String owner, String key, int status, String location, String etag, String body) {
        ledger.answered(owner, key, status, location, etag, body);
    }

    /** @throws Duplicate when another request with the key was faster; its deed stands and this one is undone */
    @Override
    public void flushed() {
        Claim claim = CLAIM.get();
        if (claim == null) {
            return;
        }
        Optional<IdempotentRequest> there = request(claim.owner, claim.key);
        if (there.isEmpty()) {
            IdempotentRequest mine = new IdempotentRequest(claim.owner, claim.key, claim.fingerprint, clock.instant());
            em.persist(mine);
            claim.written = mine.getId();
            mine.answered(claim.answer);
        } else if (there.get().getId().equals(claim.written)) {
            there.get().answered(claim.answer);
        } else {
            throw new Duplicate("Idempotency-Key");
        }
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
