package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnceTest {

    private final Once once = new Once();
    private final AtomicInteger deeds = new AtomicInteger();

    @Test
    void twoClicksAreOneDeedAndBothSeeWhatCameOfIt() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> clicks = IntStream.range(0, 4)
                .mapToObj(click -> (Callable<Integer>) () -> once.run(this::deed, "ana@example.org", null))
                .toList();

        for (var seen : pool.invokeAll(clicks)) {
            assertThat(seen.get()).isEqualTo(1);
        }
        pool.shutdown();

        assertThat(deeds).hasValue(1);
    }

    @Test
    void anotherEntryIsAnotherDeed() {
        once.run(this::deed, "ana@example.org");
        once.run(this::deed, "bruno@example.org");

        assertThat(deeds).hasValue(2);
    }

    @Test
    void whatFailedMayBeTriedAgain() {
        assertThatThrownBy(() -> once.run(
                        () -> {
                            throw new IllegalStateException("no");
                        },
                        "x"))
                .isInstanceOf(IllegalStateException.class);

        assertThat(once.run(this::deed, "x")).isEqualTo(1);
    }

    @Test
    void whatWasTakenBackMayBeDoneAgain() {
        once.run(this::deed, "x");
        once.forget();

        assertThat(once.run(this::deed, "x")).isEqualTo(2);
    }

    private Integer deed() {
        return deeds.incrementAndGet();
    }
}
