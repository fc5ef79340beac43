package org.vinculo.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;

/** How often something failed lately, and until when it may not be tried again. */
@Entity
@Table(name = "throttle")
public class ThrottleCounter {

    private static final Duration MEMORY = Duration.ofHours(24);

    @Id
    @Column(name = "bucket", length = 80)
    private String bucket;

    @Column(name = "failures", nullable = false)
    private int failures;

    @Column(name = "last_at", nullable = false)
    private Instant lastAt;

    @Column(name = "blocked_until", nullable = false)
    private Instant blockedUntil;

    protected ThrottleCounter() {}

    public ThrottleCounter(String bucket, Instant now) {
        this.bucket = bucket;
        this.lastAt = now;
        this.blockedUntil = now;
    }

    /** Counts a failure and blocks for as long as the rule says. */
    public void fail(IntFunction<Duration> waitAfter, Instant now) {
        if (lastAt.plus(MEMORY).isBefore(now)) {
            failures = 0;
        }
        failures++;
        lastAt = now;
        blockedUntil = now.plus(waitAfter.apply(failures));
    }

    /**
     * How long to wait before the next try. A last try that is still to come means that the clock was set back: the wait
     * begins now, and does not last until the clock has caught up.
     */
    public Duration waitAt(Instant now) {
        if (lastAt.isAfter(now)) {
            blockedUntil = now.plus(Duration.between(lastAt, blockedUntil));
            lastAt = now;
        }
        return blockedUntil.isAfter(now) ? Duration.between(now, blockedUntil) : Duration.ZERO;
    }

    public int getFailures() {
        return failures;
    }
}
