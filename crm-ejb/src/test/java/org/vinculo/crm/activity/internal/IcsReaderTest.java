package org.vinculo.crm.activity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.shared.InvalidInput;

/** Calendar files from anywhere: what is one is understood, what is none is refused with the reason. */
class IcsReaderTest {

    private final IcsReader reader = new IcsReader(ZoneId.of("America/Sao_Paulo"));

    @Test
    void seriesWithExceptionsIsUnderstood() {
        IcsReader.Content content = read("""
                BEGIN:VEVENT
                UID:one@example.org
                DTSTART;TZID=Europe/Lisbon:20261019T090000
                DTEND;TZID=Europe/Lisbon:20261019T100000
                RRULE:FREQ=WEEKLY;UNTIL=20261228T090000Z
                EXDATE;TZID=Europe/Lisbon:20261026T090000
                SUMMARY:Tasting\\, together
                END:VEVENT
                BEGIN:VEVENT
                UID:one@example.org
                RECURRENCE-ID;TZID=Europe/Lisbon:20261102T090000
                DTSTART;TZID=Europe/Lisbon:20261103T150000
                DURATION:PT30M
                SUMMARY:Tasting on another day
                END:VEVENT
                """);

        assertThat(content.left()).isZero();
        assertThat(content.events()).singleElement().satisfies(event -> {
            assertThat(event.title()).isEqualTo("Tasting, together");
            assertThat(event.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
            assertThat(event.start()).isEqualTo(LocalDateTime.parse("2026-10-19T09:00"));
            assertThat(event.minutes()).isEqualTo(60);
            assertThat(event.rule()).isEqualTo("FREQ=WEEKLY");
            assertThat(event.until()).isEqualTo(LocalDateTime.parse("2026-12-28T09:00"));
            assertThat(event.without()).containsExactly(LocalDateTime.parse("2026-10-26T09:00"));
            assertThat(event.others()).singleElement().satisfies(other -> {
                assertThat(other.original()).isEqualTo(LocalDateTime.parse("2026-11-02T09:00"));
                assertThat(other.start()).isEqualTo(LocalDateTime.parse("2026-11-03T15:00"));
                assertThat(other.minutes()).isEqualTo(30);
            });
        });
    }

    @Test
    void wholeDayAndTimeWithoutAZoneAreOfTheReadersPlace() {
        IcsReader.Content content = read("""
                BEGIN:VEVENT
                UID:day
                DTSTART;VALUE=DATE:20261224
                DTEND;VALUE=DATE:20261227
                SUMMARY:Closed
                END:VEVENT
                BEGIN:VEVENT
                UID:floating
                DTSTART:20261120T143000
                DURATION:PT15M
                SUMMARY:Call
                END:VEVENT
                """);

        assertThat(content.events()).hasSize(2);
        assertThat(content.events().get(0).allDay()).isTrue();
        assertThat(content.events().get(0).minutes()).isEqualTo(3 * 24 * 60);
        assertThat(content.events().get(1).start()).isEqualTo(LocalDateTime.parse("2026-11-20T14:30"));
        assertThat(content.events().get(1).zone()).isEqualTo(ZoneId.of("America/Sao_Paulo"));
    }

    @Test
    void eventsThatCannotBeKeptAreCounted() {
        IcsReader.Content content = read("""
                BEGIN:VEVENT
                UID:every-second
                DTSTART:20261120T143000Z
                RRULE:FREQ=SECONDLY
                END:VEVENT
                BEGIN:VEVENT
                UID:long-ago
                DTSTART:00010101T000000Z
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20261120T143000Z
                SUMMARY:Without a beginning of its own
                UID:good
                END:VEVENT
                """);

        assertThat(content.left()).isEqualTo(2);
        assertThat(content.events()).extracting(IcsReader.Event::uid).containsExactly("good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "PK\u0003\u0004zip", "<html><body>", "BEGIN:VCARD\nEND:VCARD", "BEGIN:VCALENDAR\n\0"
            })
    void whatIsNoCalendarIsRefused(String content) {
        assertThatThrownBy(() -> reader.read(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void giantsAndBytesThatAreNoTextAreRefused() {
        assertThatThrownBy(() -> reader.read(new byte[IcsReader.MOST_BYTES + 1]))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> reader.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}))
                .isInstanceOf(InvalidInput.class);
        String line = "BEGIN:VCALENDAR\r\nSUMMARY:" + "x".repeat(100_000) + "\r\nEND:VCALENDAR";
        assertThatThrownBy(() -> reader.read(line.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInput.class);
        String deep = "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n".repeat(20_000);
        assertThatThrownBy(() -> reader.read(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInput.class);
        String many = "BEGIN:VCALENDAR\r\n" + "A:1\r\n".repeat(150_000);
        assertThatThrownBy(() -> reader.read(many.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInput.class);
    }

    private IcsReader.Content read(String events) {
        String file = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//t\n" + events + "END:VCALENDAR\n";
        return reader.read(file.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
