package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RelativeTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void wordsBecomeCoarserWithDistance() {
        assertThat(ago(Duration.ofSeconds(20))).isEqualTo("just now");
        assertThat(ago(Duration.ofSeconds(60))).isEqualTo("1 minute ago");
        assertThat(ago(Duration.ofMinutes(26))).isEqualTo("26 minutes ago");
        assertThat(ago(Duration.ofHours(3))).isEqualTo("3 hours ago");
        assertThat(ago(Duration.ofHours(30))).isEqualTo("yesterday");
        assertThat(ago(Duration.ofDays(6))).isEqualTo("6 days ago");
    }

    @Test
    void theFutureHasWordsToo() {
        assertThat(ago(Duration.ofMinutes(-5))).isEqualTo("in 5 minutes");
        assertThat(ago(Duration.ofHours(-26))).isEqualTo("tomorrow");
        assertThat(ago(Duration.ofDays(-3))).isEqualTo("in 3 days");
    }

    @Test
    void aWeekAwayHasNoWords() {
        assertThat(RelativeTime.words(NOW.minus(Duration.ofDays(7)), NOW, ZoneOffset.UTC, Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void fewHoursAcrossMidnightAreStillHours() {
        Instant justAfterMidnight = Instant.parse("2026-11-22T00:30:00Z");

        assertThat(RelativeTime.words(
                        justAfterMidnight.minus(Duration.ofHours(2)),
                        justAfterMidnight,
                        ZoneOffset.UTC,
                        Locale.ENGLISH))
                .contains("2 hours ago");
    }

    @Test
    void daysAreThoseOfTheViewer() {
        Instant morning = Instant.parse("2026-11-22T09:00:00Z");
        Instant eightHoursBefore = morning.minus(Duration.ofHours(8));

        assertThat(RelativeTime.words(eightHoursBefore, morning, ZoneOffset.UTC, Locale.ENGLISH))
                .contains("8 hours ago");
        assertThat(RelativeTime.words(eightHoursBefore, morning, ZoneId.of("America/Sao_Paulo"), Locale.ENGLISH))
                .contains("yesterday");
    }

    private static String ago(Duration distance) {
        return RelativeTime.words(NOW.minus(distance), NOW, ZoneOffset.UTC, Locale.ENGLISH)
                .orElseThrow();
    }
}
