package org.vinculo.crm.operations.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.shared.Shutdown;

/** Whether people can be sent here: the database answers within seconds and takes changes, and no stop was asked for. */
@ApplicationScoped
public class Readiness {

    private static final Logger LOG = Logger.getLogger(Readiness.class.getName());
    private static final long PATIENCE_SECONDS = 4;
    private static final long BELIEVED_NANOS = 1_000_000_000L;

    /** An answer of the database, and how long it took with the way through the connection pool. */
    public record Answer(boolean up, double seconds, long at) {}

    private volatile Answer last;

    @Resource
    ManagedExecutorService executor;

    @Inject
    OperationsReads database;

    public boolean isReady() {
        return !Shutdown.isAsked() && ask().up();
    }

    /** Many who ask within a second get one answer. */
    public synchronized Answer ask() {
        long now = System.nanoTime();
        if (last == null || now - last.at() > BELIEVED_NANOS) {
            boolean up = answers();
            long end = System.nanoTime();
            last = new Answer(up, (end - now) / 1e9, end);
        }
        return last;
    }

    private boolean answers() {
        try {
            Future<Boolean> working = executor.submit(database::isWorking);
            try {
                return working.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } finally {
                working.cancel(true);
            }
        } catch (ExecutionException | TimeoutException | RejectedExecutionException away) {
            LOG.log(
                    Level.WARNING,
                    "The database does not answer: {0}",
                    away.getClass().getSimpleName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
