package org.vinculo.crm.value.internal.refresh;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does the two halves of a step at the same time, so that a refresh has the use of a second core. Each half has a
 * transaction of its own, since one that waited for the other would hold its locks meanwhile. What they do must be such that
 * doing it again changes nothing: a half stays when the other one fails.
 */
@ApplicationScoped
public class Halves {

    @Resource
    ManagedExecutorService executor;

    @Inject
    OwnTransaction own;

    /**
     * Returns when both are done. The calling thread does the first, and the second as well when nobody else is free.
     *
     * @throws RuntimeException that ended one of the halves, after both have ended
     */
    public void both(Runnable first, Runnable second) {
        AtomicBoolean taken = new AtomicBoolean();
        Future<?> other = begin(() -> {
            if (taken.compareAndSet(false, true)) {
                own.does(second);
            }
        });
        try {
            own.does(first);
            if (taken.compareAndSet(false, true)) {
                own.does(second);
            }
        } finally {
            taken.set(true);
            end(other);
        }
    }

    private Future<?> begin(Runnable work) {
        try {
            return executor.submit(work);
        } catch (RejectedExecutionException full) {
            return null;
        }
    }

    private static void end(Future<?> other) {
        if (other == null) {
            return;
        }
        try {
            other.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The other half of a step was not awaited", stopped);
        }
    }
}
