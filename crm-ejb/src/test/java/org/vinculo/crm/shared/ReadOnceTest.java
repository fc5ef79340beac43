package org.vinculo.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadOnceTest {

    private final AtomicInteger reads = new AtomicInteger();

    @AfterEach
    void end() {
        ReadOnce.end();
    }

    @Test
    void whatChangesSomethingAlwaysReadsAnew() {
        assertThat(read()).isEqualTo(1);
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void partsOfOnePageShareWhatTheyRead() {
        ReadOnce.begin();

        assertThat(read()).isEqualTo(1);
        ReadOnce.begin();
        assertThat(read()).isEqualTo(1);
        assertThat(ReadOnce.<Object>of("nothing", () -> null)).isNull();
        assertThat(ReadOnce.<Object>of("nothing", reads::incrementAndGet)).isNull();
    }

    @Test
    void theNextPageOfAThreadStartsAnew() {
        ReadOnce.begin();
        read();
        ReadOnce.end();

        assertThat(read()).isEqualTo(2);
        ReadOnce.begin();
        assertThat(read()).isEqualTo(3);
    }

    @Test
    void whatWasWrittenIsSeenOnTheSamePage() {
        ReadOnce.begin();
        read();

        ReadOnce.forget();

        assertThat(read()).isEqualTo(2);
    }

    @Test
    void pagesOfOthersShareNothing() {
        ReadOnce.begin();
        read();

        assertThat(CompletableFuture.supplyAsync(this::read).join()).isEqualTo(2);
    }

    private int read() {
        return ReadOnce.of("key", reads::incrementAndGet);
    }
}
