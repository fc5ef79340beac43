package org.vinculo.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that only met somebody else's lock is made once more, from the start and in a transaction of its own. */
class BoundaryInterceptorTest {

    private int transactions;
    private int calls;
    private boolean inside;

    @ParameterizedTest
    @ValueSource(strings = {"40XL1", "40XL2", "40001", "40P01", "55P03"})
    void aCallThatMetALockIsMadeOnceMore(String state) throws Exception {
        Object answer = call(() -> {
            if (++calls == 1) {
                throw locked(state);
            }
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(calls).isEqualTo(2);
        assertThat(transactions).isEqualTo(2);
    }

    @Test
    void aLockThatStaysIsAConflict() {
        assertThatThrownBy(() -> call(() -> {
                    calls++;
                    throw locked("40XL1");
                }))
                .isInstanceOf(ConcurrentChange.class);
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void aCallInsideAnotherOnesTransactionIsNotRepeated() {
        inside = true;

        assertThatThrownBy(() -> call(() -> {
                    calls++;
                    throw locked("40XL1");
                }))
                .isInstanceOf(ConcurrentChange.class);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void whatIsNoLockIsNotRepeated() {
        assertThatThrownBy(() -> call(() -> {
                    calls++;
                    throw new PersistenceException(new SQLException("twice", "23505"));
                }))
                .isInstanceOf(Duplicate.class);
        assertThatThrownBy(() -> call(() -> {
                    calls++;
                    throw new NotFound();
                }))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> call(() -> {
                    calls++;
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(calls).isEqualTo(3);
    }

    private Object call(Callable<Object> work) throws Exception {
        BoundaryInterceptor interceptor = new BoundaryInterceptor();
        interceptor.transaction = answering(
                TransactionSynchronizationRegistry.class,
                "getTransactionStatus",
                // No transaction is active while the work of this test runs, so that nothing is flushed.
                () -> inside ? Status.STATUS_MARKED_ROLLBACK : Status.STATUS_NO_TRANSACTION);
        interceptor.em = answering(EntityManager.class, "none", () -> null);
        interceptor.beforeCommit = answering(Instance.class, "none", () -> null);
        interceptor.boundary = new BoundaryTransaction() {
            @Override
            public Object required(Callable<?> inner) throws Exception {
                transactions++;
                return super.required(inner);
            }
        };
        return interceptor.call(answering(InvocationContext.class, "proceed", work));
    }

    private static PersistenceException locked(String state) {
        return new PersistenceException(new SQLException("somebody else holds the row", state));
    }

    @SuppressWarnings("unchecked")
    private static <T> T answering(Class<?> type, String method, Callable<?> answer) {
        return (T) Proxy.newProxyInstance(
                BoundaryInterceptorTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, args) -> called.getName().equals(method) ? answer.call() : null);
    }
}
