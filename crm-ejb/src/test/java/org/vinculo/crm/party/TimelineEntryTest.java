package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineEntryTest {

    private static final Instant MIDNIGHT_IN_SAO_PAULO = Instant.parse("2026-03-02T03:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ZoneId FURTHER_WEST = ZoneId.of("America/Los_Angeles");

    @Test
    void whatHappenedOnADayStandsUnderThatDayForEverybodyAndShowsNoTime() {
        TimelineEntry entry = entry(DAY);

        assertThat(entry.day(FURTHER_WEST)).isEqualTo(DAY);
        assertThat(entry.time()).isNull();
    }

    @Test
    void whatHappenedAtAMomentStandsUnderTheDayOfTheReader() {
        TimelineEntry entry = entry(null);

        assertThat(entry.day(FURTHER_WEST)).isEqualTo(DAY.minusDays(1));
        assertThat(entry.time()).isEqualTo(MIDNIGHT_IN_SAO_PAULO);
    }

    private static TimelineEntry entry(LocalDate onlyDay) {
        return new TimelineEntry(
                MIDNIGHT_IN_SAO_PAULO,
                onlyDay,
                "purchase",
                1,
                null,
                "purchase",
                "sales",
                Tone.POSITIVE,
                Phrase.value("x"),
                List.of(),
                null,
                null,
                null);
    }
}
