package org.vinculo.crm.backoffice.api.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.TooManyRequests;

class RateLimitTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:20Z");

    private final RateLimit limit = new RateLimit();

    @BeforeEach
    void wire() {
        limit.callers = new CurrentCaller();
        limit.settings = Settings.of(Map.of(Setting.API_CALLS_PER_MINUTE, "3"));
        limit.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @AfterEach
    void unbind() {
        limit.callers.bind(null);
    }

    @Test
    void aTokenThatCallsTooOftenWaitsForTheNextMinuteAndNobodyElseDoes() {
        callThrice(Caller.Kind.TOKEN, 1);

        assertThatThrownBy(() -> limit.filter(null))
                .isInstanceOfSatisfying(TooManyRequests.class, refused -> assertThat(refused.retryAfter())
                        .isEqualTo(Duration.ofSeconds(40)));
        callThrice(Caller.Kind.TOKEN, 2);
        callThrice(Caller.Kind.STAFF, 1);
        callThrice(Caller.Kind.STAFF, 1);
        limit.clock = Clock.fixed(NOW.plusSeconds(40), ZoneOffset.UTC);
        callThrice(Caller.Kind.TOKEN, 1);
    }

    private void callThrice(Caller.Kind kind, long id) {
        limit.callers.bind(new Caller(
                kind, id, "ERP", null, null, Map.of(), null, null, null, "test", Locale.ENGLISH, ZoneOffset.UTC));
        for (int i = 0; i < 3; i++) {
            limit.filter(null);
        }
    }
}
