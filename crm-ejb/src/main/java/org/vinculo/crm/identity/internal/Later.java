package org.vinculo.crm.identity.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;

/**
 * Does what an anonymous request asked for after it was answered, so that its duration tells nothing about who has an
 * account. Lost when the server stops in that moment; the person then asks again.
 */
@ApplicationScoped
public class Later {

    private static final Logger LOG = Logger.getLogger(Later.class.getName());

    @Resource
    ManagedExecutorService executor;

    @Inject
    AnonymousRequests requests;

    @Inject
    CurrentCaller callers;

    public void run(Consumer<AnonymousRequests> work) {
        Caller caller = callers.get();
        try {
            executor.execute(() -> runAs(caller, work));
        } catch (RejectedExecutionException full) {
            LOG.log(Level.WARNING, "A request for a mail about an account was dropped", full);
        }
    }

    private void runAs(Caller caller, Consumer<AnonymousRequests> work) {
        try {
            callers.runAs(caller, () -> {
                work.accept(requests);
                return null;
            });
        } catch (Exception failure) {
            LOG.log(Level.SEVERE, "A request for a mail about an account failed", failure);
        }
    }
}
