package org.vinculo.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.internal.Journal;

/** Who asks for what is closed to them is written down, and cannot fill the trail by asking. */
class AccessRefusalsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final List<String> written = new ArrayList<>();
    private final AccessRefusals refusals = new AccessRefusals();
    private boolean away;

    @BeforeEach
    void wire() {
        refusals.callers = new CurrentCaller();
        refusals.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        refusals.journal = new Journal() {
            @Override
            public void refused(String action, String where) {
                if (away) {
                    throw new IllegalStateException("no database");
                }
                written.add(action + " " + where);
            }
        };
    }

    @AfterEach
    void unbind() {
        refusals.callers.bind(null);
    }

    @Test
    void saysWhatWasAskedFor() {
        callAs(Caller.Kind.STAFF, 1);

        refusals.note("GET", "/admin/users");

        assertThat(written).containsExactly("access.refused GET /admin/users");
    }

    @Test
    void strangersAndJobsWriteNothing() {
        refusals.note("GET", "/admin/users");
        refusals.callers.bind(Caller.system("job"));
        refusals.note("GET", "/admin/users");

        assertThat(written).isEmpty();
    }

    @Test
    void nobodyFloodsTheTrail() {
        callAs(Caller.Kind.CUSTOMER, 1);
        for (int i = 0; i < 500; i++) {
            refusals.note("GET", "/data");
        }

        assertThat(written)
                .hasSize(AccessRefusals.PER_HOUR + 1)
                .endsWith("access.refused GET /data", "access.refusedOften GET /data");
    }

    @Test
    void oneFloodHidesNobodyElseAndNotTheNextHour() {
        callAs(Caller.Kind.STAFF, 1);
        for (int i = 0; i < 500; i++) {
            refusals.note("GET", "/data");
        }
        written.clear();

        callAs(Caller.Kind.TOKEN, 1);
        refusals.note("GET", "/api/v1/customers");
        callAs(Caller.Kind.STAFF, 2);
        refusals.note("GET", "/admin/roles");
        refusals.clock = Clock.offset(refusals.clock, Duration.ofHours(1));
        callAs(Caller.Kind.STAFF, 1);
        refusals.note("GET", "/admin/teams");

        assertThat(written)
                .containsExactly(
                        "access.refused GET /api/v1/customers",
                        "access.refused GET /admin/roles",
                        "access.refused GET /admin/teams");
    }

    @Test
    void theAnswerStaysTheSameWhenNothingCanBeWritten() {
        callAs(Caller.Kind.STAFF, 1);
        away = true;

        assertThatCode(() -> refusals.note("GET", "/admin/users")).doesNotThrowAnyException();
    }

    private void callAs(Caller.Kind kind, long account) {
        refusals.callers.bind(new Caller(
                kind,
                account,
                "Bruno",
                null,
                null,
                Map.of(),
                null,
                "192.0.2.7",
                null,
                "test",
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }
}
