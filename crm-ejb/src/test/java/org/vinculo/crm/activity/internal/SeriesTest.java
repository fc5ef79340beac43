package org.vinculo.crm.activity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.activity.entity.AppointmentChange;

/** What repeats keeps its time on the clock of its place. */
class SeriesTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    @Test
    void weeklyMeetingInLisbonStaysAtNineWhenSummerTimeEnds() {
        List<String> begins = begins(weekly("2026-10-19T09:00", LISBON), "2026-10-18", "2026-11-03");

        assertThat(begins).containsExactly("2026-10-19T08:00:00Z", "2026-10-26T09:00:00Z", "2026-11-02T09:00:00Z");
    }

    @Test
    void weeklyMeetingInLisbonStaysAtNineWhenSummerTimeBegins() {
        List<String> begins = begins(weekly("2026-03-23T09:00", LISBON), "2026-03-22", "2026-04-07");

        assertThat(begins).containsExactly("2026-03-23T09:00:00Z", "2026-03-30T08:00:00Z", "2026-04-06T08:00:00Z");
    }

    /** Brazil had summer time until February 2019 and none since. */
    @Test
    void seriesInSaoPauloFollowsTheClocksOfItsPast() {
        List<String> begins = begins(weekly("2018-10-29T09:00", SAO_PAULO), "2018-10-28", "2018-11-13");

        assertThat(begins).containsExactly("2018-10-29T12:00:00Z", "2018-11-05T11:00:00Z", "2018-11-12T11:00:00Z");
        assertThat(begins(weekly("2019-02-11T09:00", SAO_PAULO), "2019-02-10", "2019-02-20"))
                .containsExactly("2019-02-11T11:00:00Z", "2019-02-18T12:00:00Z");
        assertThat(begins(weekly("2025-10-27T09:00", SAO_PAULO), "2025-10-26", "2025-11-12"))
                .allMatch(moment -> moment.endsWith("T12:00:00Z"));
    }

    /** Clocks in Lisbon jump from 01:00 to 02:00 on 29 March 2026, and strike one twice on 25 October. */
    @Test
    void timeThatIsJumpedOverMovesAndOfTwoTheFirstIsMeant() {
        assertThat(Series.moment(LocalDateTime.parse("2026-03-29T01:30"), LISBON))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(Series.moment(LocalDateTime.parse("2026-10-25T01:30"), LISBON))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void dailySeriesDoesNotLoseTheDayOfTheJump() {
        Series daily = series("2026-03-28T01:30", LISBON, "FREQ=DAILY;COUNT=3", null, Map.of());

        assertThat(begins(daily, "2026-03-27", "2026-04-05")).hasSize(3);
        assertThat(daily.lastAt()).isEqualTo(Instant.parse("2026-03-30T01:30:00Z"));
    }

    @Test
    void cancelledAndMovedTimesAreAsTheyWereChanged() {
        LocalDateTime second = LocalDateTime.parse("2026-11-10T09:00");
        LocalDateTime third = LocalDateTime.parse("2026-11-17T09:00");
        AppointmentChange gone = new AppointmentChange(1L, second);
        gone.cancel();
        AppointmentChange moved = new AppointmentChange(1L, third);
        moved.differ(LocalDateTime.parse("2026-11-18T15:00"), 30, null, null);
        Series series = series("2026-11-03T09:00", LISBON, "FREQ=WEEKLY", null, Map.of(second, gone, third, moved));

        List<Series.Occurrence> found =
                series.between(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-25T00:00:00Z"), 100);

        assertThat(found)
                .extracting(one -> one.startsAt().toString())
                .containsExactly("2026-11-03T09:00:00Z", "2026-11-18T15:00:00Z", "2026-11-24T09:00:00Z");
        assertThat(found.get(1).endsAt()).isEqualTo(Instant.parse("2026-11-18T15:30:00Z"));
        assertThat(found.get(1).original()).isEqualTo(third);
        assertThat(series.has(second)).isTrue();
        assertThat(series.has(second.plusDays(1))).isFalse();
    }

    @Test
    void endOfARuleIsTheLastTimeThatMayBegin() {
        Series series =
                series("2026-11-02T09:00", LISBON, "FREQ=DAILY", LocalDateTime.parse("2026-11-04T23:59:59"), Map.of());

        assertThat(begins(series, "2026-11-01", "2026-12-01")).hasSize(3);
        assertThat(series.lastAt()).isEqualTo(Instant.parse("2026-11-04T10:00:00Z"));
        assertThat(weekly("2026-11-02T09:00", LISBON).lastAt()).isEqualTo(Series.FAR);
    }

    @Test
    void monthlyOnThe31stLeavesShortMonthsOut() {
        Series series = series("2026-01-31T09:00", LISBON, "FREQ=MONTHLY", null, Map.of());

        assertThat(begins(series, "2026-01-01", "2026-06-01"))
                .extracting(moment -> moment.substring(0, 10))
                .containsExactly("2026-01-31", "2026-03-31", "2026-05-31");
    }

    @Test
    void rulesThatNobodyCanFollowAreRefused() {
        assertThat(Rule.checked("FREQ=SECONDLY")).isEmpty();
        assertThat(Rule.checked("FREQ=HOURLY;COUNT=3")).isEmpty();
        assertThat(Rule.checked("FREQ=DAILY;BYHOUR=1,2,3")).isEmpty();
        assertThat(Rule.checked("' or 1=1")).isEmpty();
        assertThat(Rule.checked("FREQ=" + "A".repeat(400))).isEmpty();
        assertThat(Rule.checked("FREQ=WEEKLY;UNTIL=20261231T235959Z;BYDAY=MO,FR"))
                .contains("FREQ=WEEKLY;BYDAY=MO,FR");
    }

    private static Series weekly(String start, ZoneId zone) {
        return series(start, zone, "FREQ=WEEKLY", null, Map.of());
    }

    private static Series series(
            String start,
            ZoneId zone,
            String rule,
            LocalDateTime until,
            Map<LocalDateTime, AppointmentChange> changes) {
        return new Series(LocalDateTime.parse(start), 60, zone, rule, until, changes);
    }

    private static List<String> begins(Series series, String from, String to) {
        return series.between(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"), 100).stream()
                .map(one -> one.startsAt().toString())
                .toList();
    }
}
