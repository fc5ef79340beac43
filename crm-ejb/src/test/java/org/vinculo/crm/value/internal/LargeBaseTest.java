package org.vinculo.crm.value.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.entity.ValueRun;

class LargeBaseTest {

    private final Hand hand = new Hand();
    private final LargeBase base = new LargeBase();
    private Duration takes = Duration.ZERO;
    private int found;

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-20T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static ValueRun run(long id, long customers) {
        return new ValueRun() {
            private static final long serialVersionUID = 1L;

            @Override
            public Long getId() {
                return id;
            }

            @Override
            public long getCustomers() {
                return customers;
            }
        };
    }

    private int ask(ValueRun run, Object... question) {
        base.clock = hand;
        return base.answer(
                run,
                () -> {
                    hand.now = hand.now.plus(takes);
                    return ++found;
                },
                question);
    }

    private int after(Duration time) {
        hand.now = hand.now.plus(time);
        return ask(run(1, 10_001), "census");
    }

    @Test
    void aLargeBaseIsAskedOnceAMinute() {
        assertThat(after(Duration.ZERO)).isEqualTo(1);
        assertThat(after(Duration.ofSeconds(59))).isEqualTo(1);
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(2);
    }

    @Test
    void whatTookLongIsRememberedLonger() {
        takes = Duration.ofSeconds(3);
        assertThat(after(Duration.ZERO)).isEqualTo(1);
        assertThat(after(Duration.ofSeconds(299))).isEqualTo(1);
        takes = Duration.ofMinutes(2);
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(2);
        assertThat(after(Duration.ofMinutes(59))).isEqualTo(2);
        assertThat(after(Duration.ofMinutes(1))).isEqualTo(3);
    }

    @Test
    void anotherQuestionAndAnotherRefreshAreAnotherAnswer() {
        assertThat(ask(run(1, 10_001), "moves", null)).isEqualTo(1);
        assertThat(ask(run(1, 10_001), "moves", 2025)).isEqualTo(2);
        assertThat(ask(run(2, 10_001), "moves", null)).isEqualTo(3);
        assertThat(ask(run(1, 10_001), "moves", null)).isEqualTo(1);
    }

    @Test
    void aSmallBaseIsAskedEveryTime() {
        assertThat(ask(run(1, 10_000), "census")).isEqualTo(1);
        assertThat(ask(run(1, 10_000), "census")).isEqualTo(2);
    }
}
