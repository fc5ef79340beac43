package org.vinculo.crm.persistence;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculo.crm.party.entity.Customer;

/**
 * A test against both databases. Each method runs in a transaction that is rolled back; {@link #commit} makes what was
 * written visible to other transactions for tests that need that.
 */
@ParameterizedClass
@EnumSource(Database.class)
public abstract class DatabaseTest {

    protected static final Instant NOW = Instant.parse("2026-11-20T10:15:30.123456Z");

    /** Rows that migrations make have lower ids; what a test leaves is told from them by its own. */
    private static final long IDS_OF_MIGRATIONS = 1000;

    private static final Event<?> NOBODY_LISTENS = (Event<?>) Proxy.newProxyInstance(
            Event.class.getClassLoader(), new Class<?>[] {Event.class}, (event, method, arguments) -> null);

    @Parameter
    protected Database database;

    protected EntityManager em;
    protected final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private long firstId;
    private boolean committed;

    @BeforeEach
    void begin() {
        em = database.factory().createEntityManager();
        em.getTransaction().begin();
        do {
            firstId = ((Number) em.unwrap(AbstractSession.class).getSequencing().getNextValue(Customer.class))
                    .longValue();
        } while (firstId <= IDS_OF_MIGRATIONS);
    }

    @AfterEach
    void rollback() {
        if (em.getTransaction().isActive()) {
            em.getTransaction().rollback();
        }
        em.close();
        if (committed) {
            Leftovers.remove(database, firstId);
        }
    }

    /** Ends the transaction and starts another one with an empty persistence context; what is written is removed after the test. */
    protected void commit() {
        committed = true;
        em.getTransaction().commit();
        em.clear();
        em.getTransaction().begin();
    }

    /** Writes what is pending and forgets all entities, so that the next read comes from the database. */
    protected void flushAndClear() {
        em.flush();
        em.clear();
    }

    /**
     * What is refused has written nothing before: every row of the database is as it was, also once whatever the calls did to
     * entities is written.
     */
    protected void leavesEverythingAsItWas(ThrowingCallable refusedCalls) {
        em.flush();
        Contents before = Contents.of(em.unwrap(Connection.class));
        try {
            refusedCalls.call();
        } catch (Throwable notExpected) {
            throw new AssertionError(notExpected);
        }
        em.flush();
        Contents.of(em.unwrap(Connection.class)).assertSameAs(before);
    }

    /** Fills the injected fields of a bean by type: the entity manager, the clock and the given collaborators; events go nowhere. */
    protected <T> T wire(T bean, Object... collaborators) {
        for (Class<?> type = bean.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                inject(bean, field, collaborators);
            }
        }
        return bean;
    }

    private void inject(Object bean, Field field, Object... collaborators) {
        try {
            field.setAccessible(true);
            if (field.getType() == EntityManager.class) {
                field.set(bean, em);
                return;
            }
            if (field.getType() == Clock.class) {
                field.set(bean, clock);
                return;
            }
            if (field.getType() == Event.class && field.get(bean) == null) {
                field.set(bean, NOBODY_LISTENS);
            }
            for (Object collaborator : collaborators) {
                if (field.getType().isInstance(collaborator)) {
                    field.set(bean, collaborator);
                }
            }
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
