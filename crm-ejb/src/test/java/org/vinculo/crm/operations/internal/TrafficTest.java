package org.vinculo.crm.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Traffic.Place PAGE = new Traffic.Place("portal", "page");
    private static final long MILLISECOND = 1_000_000;

    private final Traffic traffic = new Traffic();

    @Test
    void answersAreCountedByTheirTimeAndStatus() {
        answer(4, 200);
        answer(30, 302);
        answer(20_000, 500);

        Traffic.Histogram times = traffic.places().get(PAGE);
        assertThat(times.upTo(0)).isEqualTo(1);
        assertThat(times.upTo(3)).isEqualTo(2);
        assertThat(times.upTo(Traffic.BOUNDS.size() - 1)).isEqualTo(2);
        assertThat(times.upTo(Traffic.BOUNDS.size())).isEqualTo(3);
        assertThat(times.seconds()).isEqualTo(20.034);
        assertThat(times.statuses())
                .containsEntry("2xx", 1L)
                .containsEntry("3xx", 1L)
                .containsEntry("5xx", 1L);
    }

    @Test
    void runningRequestsAreThoseThatBeganAndDidNotEnd() {
        traffic.begin();
        traffic.begin();

        traffic.end(PAGE, MILLISECOND, 200);

        assertThat(traffic.running()).isEqualTo(1);
    }

    private void answer(long millis, int status) {
        traffic.begin();
        traffic.end(PAGE, millis * MILLISECOND, status);
    }
}
