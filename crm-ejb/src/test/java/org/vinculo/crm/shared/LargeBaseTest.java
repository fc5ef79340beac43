package org.vinculo.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

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

    private int ask(long customers, Object... question) {
        base.clock = hand;
        return base.answer(
                customers,
                () -> {
                    hand.now = hand.now.plus(takes);
                    return ++found;
                },
                question);
    }

    private int after(Duration time) {
        hand.now = hand.now.plus(time);
        return ask(10_001, "census");
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
        assertThat(ask(10_001, "moves", 1, null)).isEqualTo(1);
        assertThat(ask(10_001, "moves", 1, 2025)).isEqualTo(2);
        assertThat(ask(10_001, "moves", 2, null)).isEqualTo(3);
        assertThat(ask(10_001, "moves", 1, null)).isEqualTo(1);
    }

    @Test
    void aSmallBaseIsAskedEveryTime() {
        assertThat(ask(10_000, "census")).isEqualTo(1);
        assertThat(ask(10_000, "census")).isEqualTo(2);
    }
}
