package org.vinculo.crm.shared;

import jakarta.annotation.Resource;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;

/**
 * Runs each tick of a timer in one transaction. For beans that manage their transactions themselves, inside
 * {@link KeepsTicking}: a transaction of the container would still fail the timer when it cannot be committed.
 */
public class TicksInTransaction {

    @Resource
    UserTransaction transaction;

    @AroundTimeout
    public Object inTransaction(InvocationContext tick) throws Exception {
        transaction.begin();
        try {
            Object result = tick.proceed();
            transaction.commit();
            return result;
        } finally {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }
}
