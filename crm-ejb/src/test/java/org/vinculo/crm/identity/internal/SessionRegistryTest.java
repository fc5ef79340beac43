package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.AccessChanged;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SignedIn;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/** When a session is over: idle, too old, or because somebody ended it. */
class SessionRegistryTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Settings LIMITS =
            Settings.of(Map.of(Setting.SESSION_IDLE_MINUTES, "3", Setting.SESSION_MAX_HOURS, "1"));

    private final Hands clock = new Hands();
    private final Rows rows = new Rows();
    private SessionRegistry registry;

    @BeforeEach
    void wire() {
        registry = new SessionRegistry();
        registry.clock = clock;
        registry.settings = LIMITS;
        registry.database = rows;
    }

    @Test
    void whoDoesNothingIsOutAfterTheLimit() {
        assertThat(enters(true)).isTrue();
        clock.pass(Duration.ofSeconds(179));
        assertThat(enters(true)).isTrue();
        clock.pass(Duration.ofSeconds(180));

        assertThat(enters(true)).isFalse();
        assertThat(rows.ended).containsExactly(EndReason.IDLE);
    }

    @Test
    void aPageThatLooksForNewsDoesNotKeepTheSessionAlive() {
        assertThat(enters(true)).isTrue();
        for (int i = 0; i < 59; i++) {
            clock.pass(Duration.ofSeconds(3));
            assertThat(enters(false)).as("look " + i).isTrue();
        }
        clock.pass(Duration.ofSeconds(3));

        assertThat(enters(false)).isFalse();
        assertThat(rows.ended).containsExactly(EndReason.IDLE);
    }

    @Test
    void whoNeverStopsIsOutAfterTheLongestTime() {
        for (int minute = 0; minute < 60; minute++) {
            assertThat(enters(true)).as("minute " + minute).isTrue();
            clock.pass(Duration.ofMinutes(1));
        }

        assertThat(enters(true)).isFalse();
        assertThat(rows.ended).containsExactly(EndReason.TOO_OLD);
    }

    @Test
    void activityIsWrittenOnceAMinuteSoThatARestartDoesNotForgetIt() {
        for (int i = 0; i < 60; i++) {
            enters(true);
            clock.pass(Duration.ofSeconds(3));
        }

        assertThat(rows.seen).hasSizeBetween(1, 3);
    }

    @Test
    void aDisabledAccountIsOutAtOnceHereAndWithinSecondsElsewhere() {
        assertThat(enters(true)).isTrue();
        rows.mayEnter = false;
        registry.accessChanged(new AccessChanged(7L));
        assertThat(enters(true)).isFalse();

        rows.mayEnter = true;
        clock.pass(Duration.ofSeconds(16));
        assertThat(enters(true)).isTrue();
        rows.mayEnter = false;
        clock.pass(Duration.ofSeconds(16));
        assertThat(enters(true)).isFalse();
    }

    /** Whoever was read an hour ago would otherwise be believed for an hour. */
    @Test
    void aClockThatIsSetBackKeepsNobodyIn() {
        assertThat(enters(true)).isTrue();
        clock.pass(Duration.ofHours(-1));
        rows.mayEnter = false;

        assertThat(enters(true)).isFalse();
    }

    @Test
    void theSessionOfOneRealmIsNoneInTheOther() {
        assertThat(registry.find(Realm.CUSTOMER, "secret", true)).isEmpty();
        assertThat(registry.find(Realm.STAFF, null, true)).isEmpty();
    }

    private boolean enters(boolean activity) {
        return registry.find(Realm.STAFF, "secret", activity).isPresent();
    }

    /** What the database would say. */
    private final class Rows extends DoorReads {
        private final List<EndReason> ended = new ArrayList<>();
        private final List<Instant> seen = new ArrayList<>();
        private boolean mayEnter = true;

        @Override
        public Optional<SessionSnapshot> session(String secretHash) {
            Instant last = seen.isEmpty() ? START : seen.get(seen.size() - 1);
            SignedIn signedIn = new SignedIn("session", Caller.ANONYMOUS, Set.of(), START, null);
            return Optional.of(new SessionSnapshot(1, 7, Realm.STAFF, mayEnter, START, last, signedIn));
        }

        @Override
        public void endSession(long id, EndReason reason) {
            ended.add(reason);
        }

        @Override
        public void sessionSeen(long id, Instant now) {
            seen.add(now);
        }
    }

    private static final class Hands extends Clock {
        private Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
        }

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
    }
}
