package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.entity.ThrottleCounter;

class ThrottleLedgerTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Backoff FIVE = new Backoff(5, Duration.ofMinutes(1), Duration.ofHours(1));

    private Instant now = START;

    /** Many people share an address: whoever had to wait for the row of its counter did not try too often. */
    @Test
    void waitingForTheCounterIsNoReasonToWaitAnyLonger() {
        ThrottleCounter counter = new ThrottleCounter("address:x", START);
        ThrottleLedger ledger = new ThrottleLedger();
        ledger.clock = hands();
        ledger.em = (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    if (!"find".equals(method.getName())) {
                        return null;
                    }
                    // The other request got the row first and counted five milliseconds later.
                    counter.fail(failures -> Duration.ZERO, START.plusMillis(5));
                    now = START.plusMillis(10);
                    return counter;
                });

        assertThat(ledger.reserve(List.of(new Throttle.Counter("address:x", FIVE))))
                .isZero();
        assertThat(counter.getFailures()).isEqualTo(2);
    }

    /** Otherwise nobody at an address could sign in until the clock shows again what it showed before. */
    @Test
    void aClockThatIsSetBackLetsNobodyWaitForIt() {
        ThrottleCounter counter = new ThrottleCounter("address:x", START);
        counter.fail(failures -> Duration.ZERO, START);
        ThrottleLedger ledger = ledger(counter);
        now = START.minus(Duration.ofHours(1));

        assertThat(ledger.reserve(List.of(new Throttle.Counter("address:x", FIVE))))
                .isZero();
    }

    @Test
    void whoHasToWaitStillDoesWhenTheClockIsSetBackAndNoLonger() {
        ThrottleCounter counter = new ThrottleCounter("address:x", START);
        counter.fail(failures -> Duration.ofMinutes(5), START);
        ThrottleLedger ledger = ledger(counter);

        now = START.minus(Duration.ofHours(1));
        assertThat(ledger.reserve(List.of(new Throttle.Counter("address:x", FIVE))))
                .isEqualTo(Duration.ofMinutes(5));
        now = now.plus(Duration.ofMinutes(2));
        assertThat(ledger.reserve(List.of(new Throttle.Counter("address:x", FIVE))))
                .isEqualTo(Duration.ofMinutes(3));
        now = now.plus(Duration.ofMinutes(3));
        assertThat(ledger.reserve(List.of(new Throttle.Counter("address:x", FIVE))))
                .isZero();
    }

    private ThrottleLedger ledger(ThrottleCounter counter) {
        ThrottleLedger ledger = new ThrottleLedger();
        ledger.clock = hands();
        ledger.em = (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, args) -> "find".equals(method.getName()) ? counter : null);
        return ledger;
    }

    private Clock hands() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
