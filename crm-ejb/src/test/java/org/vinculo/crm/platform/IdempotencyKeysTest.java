package org.vinculo.crm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.IdempotencyKeys.Answer;
import org.vinculo.crm.platform.entity.IdempotentRequest;
import org.vinculo.crm.platform.internal.IdempotencyLedger;
import org.vinculo.crm.shared.Duplicate;

class IdempotencyKeysTest extends DatabaseTest {

    private IdempotencyKeys keys;
    private String key;

    @BeforeEach
    void wireRoom() {
        keys = wire(new IdempotencyKeys());
        key = "key" + System.nanoTime();
    }

    @AfterEach
    void release() {
        keys.release();
    }

    @Test
    void aRequestOfSeveralDeedsHoldsItsKeyOnce() {
        keys.claim("TOKEN:1", key, "f");

        keys.flushed();
        em.flush();
        keys.flushed();
        flushAndClear();
        keys.flushed();

        assertThat(rows()).isEqualTo(1);
    }

    /** It asked for the key before the other had committed, and does its deed after that. */
    @Test
    void whoComesSecondDoesNothing() {
        keys.claim("TOKEN:1", key, "f");
        em.persist(new IdempotentRequest("TOKEN:1", key, "f", NOW));
        flushAndClear();

        assertThatThrownBy(keys::flushed).isInstanceOf(Duplicate.class);
    }

    @Test
    void aDeedThatIsRepeatedAfterItsRollbackClaimsAgain() {
        keys.claim("TOKEN:1", key, "f");
        keys.flushed();
        em.flush();
        em.getTransaction().rollback();
        em.clear();
        em.getTransaction().begin();

        assertThatCode(keys::flushed).doesNotThrowAnyException();
        flushAndClear();

        assertThat(rows()).isEqualTo(1);
    }

    /** The server may be stopped as soon as the deed is committed. */
    @Test
    void theAnswerIsKeptWithTheDeed() {
        keys.claim("TOKEN:1", key, "f");
        keys.flushed();
        em.flush();
        keys.answering(201, "/customers/1", "\"1\"", "{}");

        keys.flushed();
        flushAndClear();

        assertThat(ledger().find("TOKEN:1", key)).contains(new Answer("f", 201, "/customers/1", "\"1\"", "{}"));
        assertThat(keys.release()).isTrue();
    }

    /** A transaction that was undone took the answer with it; the repetition of the deed brings another. */
    @Test
    void anAnswerWithoutItsDeedIsNotKept() {
        keys.claim("TOKEN:1", key, "f");
        keys.answering(201, "/customers/1", null, null);

        assertThat(keys.release()).isFalse();
        assertThat(ledger().find("TOKEN:1", key)).isEmpty();
    }

    @Test
    void theSameKeyOfSomebodyElseIsAnother() {
        em.persist(new IdempotentRequest("TOKEN:2", key, "f", NOW));
        keys.claim("TOKEN:1", key, "f");

        keys.flushed();
        flushAndClear();

        assertThat(rows()).isEqualTo(2);
    }

    private IdempotencyLedger ledger() {
        return wire(new IdempotencyLedger());
    }

    private long rows() {
        return em.createQuery("select count(r) from IdempotentRequest r where r.key = :key", Long.class)
                .setParameter("key", key)
                .getSingleResult();
    }
}
