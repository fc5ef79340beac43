package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(5, Duration.ofMinutes(1), Duration.ofHours(1));

    @Test
    void firstFailuresAreFree() {
        assertThat(backoff.after(0)).isZero();
        assertThat(backoff.after(4)).isZero();
    }

    @Test
    void waitDoublesUpToTheLimit() {
        assertThat(backoff.after(5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(backoff.after(6)).isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.after(8)).isEqualTo(Duration.ofMinutes(8));
        assertThat(backoff.after(11)).isEqualTo(Duration.ofHours(1));
        assertThat(backoff.after(1_000_000)).isEqualTo(Duration.ofHours(1));
    }
}
