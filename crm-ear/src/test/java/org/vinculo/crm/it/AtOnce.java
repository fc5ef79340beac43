package org.vinculo.crm.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that is done in parallel. */
public final class AtOnce {

    private AtOnce() {}

    /** What came of all of it, in the order of the work. */
    public static <T> List<T> all(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        return all(work, work.size());
    }

    /** What came of all of it, so many at a time, in the order of the work. */
    public static <T> List<T> all(List<Callable<T>> work, int threads) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> one : pool.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }
}
