package org.vinculo.crm.identity.internal;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.shared.KeepsTicking;

/** Answers what anonymous people asked for, right after they did and, whatever a stop left over, every few seconds. */
@Startup
@Singleton
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(KeepsTicking.class)
public class RequestAnswerer {

    private static final Logger LOG = Logger.getLogger(RequestAnswerer.class.getName());
    private static final int AT_ONCE = 50;

    private final AtomicBoolean busy = new AtomicBoolean();

    @Resource
    ManagedExecutorService executor;

    @Inject
    RequestLedger ledger;

    @Inject
    CurrentCaller callers;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void answer() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            ledger.due(AT_ONCE).forEach(this::answer);
        } finally {
            busy.set(false);
        }
    }

    public void onTaken(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequestDesk.Taken taken) {
        try {
            executor.execute(this::answer);
        } catch (RejectedExecutionException full) {
            LOG.log(Level.FINE, "The next look at the clock answers", full);
        }
    }

    private void answer(long id) {
        try {
            callers.runAs(Caller.ANONYMOUS, () -> {
                ledger.answer(id);
                return null;
            });
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "A request for a mail about an account failed", failure);
            ledger.failed(id);
        }
    }
}
