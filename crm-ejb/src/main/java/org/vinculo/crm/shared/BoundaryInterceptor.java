package org.vinculo.crm.shared;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.UnitOfWork;

/**
 * Opens the transaction of a boundary call, flushes at its end and translates what the database says.
 *
 * <p>The transaction is opened here and not by the container, so that a call which only met somebody else's lock can be
 * made once more from the start. A call inside another one's transaction takes part in it and is not repeated.
 */
@Boundary
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class BoundaryInterceptor {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Resource
    TransactionSynchronizationRegistry transaction;

    @Inject
    BoundaryTransaction boundary;

    @Inject
    @Any
    Instance<BeforeCommit> beforeCommit;

    @AroundInvoke
    public Object call(InvocationContext invocation) throws Exception {
        boolean outermost = transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
        try {
            return boundary.required(() -> callAndFlush(invocation));
        } catch (RuntimeException failure) {
            if (outermost && DatabaseRefusal.isLockTimeout(failure)) {
                return callAgain(invocation);
            }
            throw DatabaseRefusal.translate(failure);
        }
    }

    private Object callAgain(InvocationContext invocation) throws Exception {
        try {
            return boundary.required(() -> callAndFlush(invocation));
        } catch (RuntimeException failure) {
            throw DatabaseRefusal.translate(failure);
        }
    }

    private Object callAndFlush(InvocationContext invocation) throws Exception {
        Object result = invocation.proceed();
        if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE && hasWritten()) {
            em.flush();
            beforeCommit.forEach(BeforeCommit::flushed);
            em.flush();
        }
        return result;
    }

    private boolean hasWritten() {
        UnitOfWorkImpl changes = (UnitOfWorkImpl) em.unwrap(UnitOfWork.class);
        return changes.wasTransactionBegunPrematurely() || changes.hasChanges();
    }
}
