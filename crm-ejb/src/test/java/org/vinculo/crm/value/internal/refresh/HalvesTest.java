package org.vinculo.crm.value.internal.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HalvesTest {

    private final ExecutorService helper = Executors.newSingleThreadExecutor();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        helper.shutdownNow();
    }

    @Test
    void theSecondHalfIsDoneWhileTheFirstOneGoesOn() {
        CountDownLatch met = new CountDownLatch(2);

        halves(helper).both(() -> meets(met), () -> meets(met));

        assertThat(done).containsExactly("met", "met");
    }

    @Test
    void whoFindsNobodyFreeDoesBoth() throws InterruptedException {
        CountDownLatch later = new CountDownLatch(1);
        helper.submit(() -> later.await(10, TimeUnit.SECONDS));

        Thread worker = new Thread(() -> halves(helper).both(() -> done.add("first"), () -> {
            done.add("second");
            later.countDown();
        }));
        worker.start();
        worker.join(20_000);

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void aServerThatTakesNoMoreWorkHoldsNothingUp() {
        helper.shutdown();

        halves(helper).both(() -> done.add("first"), () -> done.add("second"));

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void failureOfEitherHalfFailsTheStep() {
        CountDownLatch begun = new CountDownLatch(1);
        assertThatThrownBy(() -> halves(helper).both(() -> awaits(begun), () -> {
                    begun.countDown();
                    throw new IllegalStateException("second");
                }))
                .hasMessage("second");
        assertThatThrownBy(() -> halves(helper)
                        .both(
                                () -> {
                                    throw new IllegalStateException("first");
                                },
                                () -> {}))
                .hasMessage("first");
    }

    private void meets(CountDownLatch met) {
        met.countDown();
        awaits(met);
        done.add("met");
    }

    private static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Halves halves(ExecutorService executor) {
        Halves halves = new Halves();
        halves.own = new OwnTransaction();
        halves.executor = (ManagedExecutorService) Proxy.newProxyInstance(
                HalvesTest.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(executor, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause() instanceof RejectedExecutionException full ? full : failure;
                    }
                });
        return halves;
    }
}
