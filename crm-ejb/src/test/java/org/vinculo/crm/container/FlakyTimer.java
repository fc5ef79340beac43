package org.vinculo.crm.container;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.atomic.AtomicInteger;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.TicksInTransaction;

/** A timer whose first ticks fail: at work, and when they are to be committed. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors({KeepsTicking.class, TicksInTransaction.class})
public class FlakyTimer {

    static final int BAD = 4;

    private final AtomicInteger ticks = new AtomicInteger();

    @Resource
    UserTransaction transaction;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() throws SystemException {
        int tick = ticks.incrementAndGet();
        if (tick <= BAD / 2) {
            throw new PersistenceException("the database is away");
        }
        if (tick <= BAD) {
            transaction.setRollbackOnly();
        }
    }

    public int ticks() {
        return ticks.get();
    }
}
