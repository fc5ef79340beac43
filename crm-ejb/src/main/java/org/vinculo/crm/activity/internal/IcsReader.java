package org.vinculo.crm.activity.internal;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.TextProperty;
import biweekly.util.ICalDate;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;

/**
 * Reads calendar files that come from anywhere. What is no calendar, too large or built to hurt is refused before it is
 * parsed; single events that cannot be kept as they are, are left out and counted.
 */
final class IcsReader {

    static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_EVENTS = 2000;
    private static final int MOST_LINES = 100_000;
    private static final int LONGEST_VALUE = 64 * 1024;
    private static final int TITLE = 200;
    private static final int DESCRIPTION = 2000;
    private static final int UID = 255;
    private static final int DAY_MINUTES = 24 * 60;
    private static final int MOST_MINUTES = 31 * DAY_MINUTES;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
    private static final Pattern RAW_UNTIL = Pattern.compile("UNTIL=(\\d{8})(?:T(\\d{6})(Z)?)?");

    /** An event as it can be kept. */
    record Event(
            String uid,
            String title,
            String place,
            String description,
            LocalDateTime start,
            int minutes,
            boolean allDay,
            ZoneId zone,
            String rule,
            LocalDateTime until,
            List<LocalDateTime> without,
            List<Other> others) {}

    /** One occurrence that is different. */
    record Other(LocalDateTime original, LocalDateTime start, int minutes, String title, String place) {}

    /** @param left events that were left out */
    record Content(List<Event> events, int left) {}

    private final ZoneId usual;

    /** @param usual the zone of times that name none */
    IcsReader(ZoneId usual) {
        this.usual = usual;
    }

    /** @throws InvalidInput on {@code file} when it is no calendar that can be read safely */
    Content read(byte[] file) {
        String text = text(file);
        ICalendar calendar = parse(text);
        if (calendar.getEvents().isEmpty()) {
            throw refused("activity.ics.noEvents");
        }
        if (calendar.getEvents().size() > MOST_EVENTS) {
            throw InvalidInput.field("file", "activity.ics.tooMany", MOST_EVENTS);
        }
        List<Event> events = new ArrayList<>();
        int left = 0;
        for (VEvent event : calendar.getEvents()) {
            if (event.getRecurrenceId() != null) {
                continue;
            }
            Optional<Event> kept = event(calendar, event);
            kept.ifPresent(events::add);
            left += kept.isPresent() ? 0 : 1;
        }
        return new Content(events, left);
    }

    private static String text(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw InvalidInput.field("file", "activity.ics.tooLarge", MOST_BYTES / 1024 / 1024);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw refused("activity.ics.notACalendar");
        }
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (!plain.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15) || plain.indexOf('\0') >= 0) {
            throw refused("activity.ics.notACalendar");
        }
        int lines = 0;
        int length = 0;
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            length++;
            if (letter == '\n') {
                boolean folded = i + 1 < plain.length() && (plain.charAt(i + 1) == ' ' || plain.charAt(i + 1) == '\t');
                length = folded ? length : 0;
                lines++;
            }
            if (lines > MOST_LINES || length > LONGEST_VALUE) {
                throw refused("activity.ics.hostile");
            }
        }
        return plain;
    }

    private static ICalendar parse(String text) {
        try {
            ICalendar calendar = Biweekly.parse(text).first();
            if (calendar == null) {
                throw refused("activity.ics.notACalendar");
            }
            return calendar;
        } catch (InvalidInput known) {
            throw known;
        } catch (RuntimeException malformed) {
            throw refused("activity.ics.notACalendar");
        }
    }

    private static InvalidInput refused(String code) {
        return InvalidInput.field("file", code);
    }

    private Optional<Event> event(ICalendar calendar, VEvent event) {
        try {
            return keep(calendar, event);
        } catch (DateTimeException | IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private Optional<Event> keep(ICalendar calendar, VEvent event) {
        String uid = Normal.line(value(event.getUid()));
        if (event.getDateStart() == null
                || event.getDateStart().getValue() == null
                || uid == null
                || uid.length() > UID) {
            return Optional.empty();
        }
        TimezoneInfo zones = calendar.getTimezoneInfo();
        boolean allDay = !event.getDateStart().getValue().hasTime();
        ZoneId zone = zone(zones, event.getDateStart());
        LocalDateTime start =
                local(zones, event.getDateStart(), event.getDateStart().getValue(), zone);
        int minutes = minutes(event, allDay);
        boolean inTime =
                !start.toLocalDate().isBefore(EARLIEST) && start.toLocalDate().isBefore(LATEST);
        if (!inTime || minutes < 0 || minutes > MOST_MINUTES) {
            return Optional.empty();
        }
        String raw = event.getRecurrenceRule() == null ? null : raw(event);
        String rule = Rule.checked(raw).orElse(null);
        if (raw != null && rule == null) {
            return Optional.empty();
        }
        List<LocalDateTime> without = new ArrayList<>();
        for (ExceptionDates dates : event.getExceptionDates()) {
            dates.getValues().forEach(date -> without.add(local(zones, dates, date, zone)));
        }
        List<Other> others = new ArrayList<>();
        for (VEvent other : calendar.getEvents()) {
            if (rule != null
                    && other.getRecurrenceId() != null
                    && uid.equals(Normal.line(value(other.getUid())))
                    && other.getDateStart() != null) {
                others.add(new Other(
                        local(
                                zones,
                                other.getRecurrenceId(),
                                other.getRecurrenceId().getValue(),
                                zone),
                        local(zones, other.getDateStart(), other.getDateStart().getValue(), zone),
                        Math.min(MOST_MINUTES, Math.max(1, minutes(other, allDay))),
                        cut(Normal.line(value(other.getSummary())), TITLE),
                        cut(Normal.line(value(other.getLocation())), TITLE)));
            }
        }
        String title = cut(Normal.line(value(event.getSummary())), TITLE);
        return Optional.of(new Event(
                uid,
                title == null ? "-" : title,
                cut(Normal.line(value(event.getLocation())), TITLE),
                cut(clean(value(event.getDescription())), DESCRIPTION),
                start,
                Math.max(1, minutes),
                allDay,
                zone,
                rule,
                until(raw, zone),
                without,
                others));
    }

    private static String raw(VEvent event) {
        biweekly.io.WriteContext context =
                new biweekly.io.WriteContext(biweekly.ICalVersion.V2_0, new TimezoneInfo(), null);
        return new biweekly.io.scribe.property.RecurrenceRuleScribe().writeText(event.getRecurrenceRule(), context);
    }

    private LocalDateTime until(String raw, ZoneId zone) {
        Matcher found = raw == null ? null : RAW_UNTIL.matcher(raw);
        if (found == null || !found.find()) {
            return null;
        }
        LocalDate day = LocalDate.parse(found.group(1), java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
        if (found.group(2) == null) {
            return day.atTime(23, 59, 59);
        }
        String clock = found.group(2);
        LocalDateTime time = day.atTime(
                Integer.parseInt(clock.substring(0, 2)),
                Integer.parseInt(clock.substring(2, 4)),
                Integer.parseInt(clock.substring(4, 6)));
        return found.group(3) == null ? time : LocalDateTime.ofInstant(time.toInstant(ZoneOffset.UTC), zone);
    }

    /** The zone that a time names when it is one we know, else the usual one; a plain UTC time is in UTC. */
    private ZoneId zone(TimezoneInfo zones, DateOrDateTimeProperty property) {
        if (!property.getValue().hasTime() || zones.isFloating(property)) {
            return usual;
        }
        biweekly.io.TimezoneAssignment assigned = zones.getTimezone(property);
        if (assigned == null) {
            boolean utc = property.getValue().getRawComponents() != null
                    && property.getValue().getRawComponents().isUtc();
            return utc ? ZoneOffset.UTC : usual;
        }
        String id = assigned.getGlobalId() != null
                ? assigned.getGlobalId()
                : assigned.getComponent() == null
                        ? null
                        : value(assigned.getComponent().getTimezoneId());
        try {
            return id == null ? usual : ZoneId.of(id.startsWith("/") ? id.substring(id.indexOf('/', 1) + 1) : id);
        } catch (DateTimeException unknown) {
            return usual;
        }
    }

    /** The clock time in a zone: as it is written when it has no zone of its own, else the same moment there. */
    private static LocalDateTime local(TimezoneInfo zones, ICalProperty property, ICalDate date, ZoneId zone) {
        boolean plain = !date.hasTime() || zones.isFloating(property);
        if (plain && date.getRawComponents() != null) {
            biweekly.util.DateTimeComponents parts = date.getRawComponents();
            return LocalDateTime.of(
                    parts.getYear(),
                    parts.getMonth(),
                    parts.getDate(),
                    date.hasTime() ? parts.getHour() : 0,
                    date.hasTime() ? parts.getMinute() : 0,
                    date.hasTime() ? parts.getSecond() : 0);
        }
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), zone);
    }

    private static int minutes(VEvent event, boolean allDay) {
        long millis;
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            millis = event.getDuration().getValue().toMillis();
        } else if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
            millis = event.getDateEnd().getValue().getTime()
                    - event.getDateStart().getValue().getTime();
        } else {
            return allDay ? DAY_MINUTES : 1;
        }
        long minutes = Duration.ofMillis(millis).toMinutes();
        if (allDay) {
            // clocks may have changed in between
            return (int) Math.max(1, Math.round(minutes / (double) DAY_MINUTES)) * DAY_MINUTES;
        }
        return minutes > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) minutes;
    }

    private static String value(TextProperty property) {
        return property == null ? null : property.getValue();
    }

    private static String clean(String text) {
        return text == null
                ? null
                : text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ").strip();
    }

    private static String cut(String text, int length) {
        return text == null || text.isEmpty() ? null : text.length() <= length ? text : text.substring(0, length);
    }
}
