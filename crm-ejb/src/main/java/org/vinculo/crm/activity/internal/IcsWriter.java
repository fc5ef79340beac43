package org.vinculo.crm.activity.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.activity.entity.AppointmentChange;
import org.vinculo.crm.activity.entity.AppointmentGuest;

/** Appointments as a file of RFC 5545, with the time zones that they are in. */
final class IcsWriter {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final int LINE = 73;
    private static final int YEARS_BACK = 2;
    private static final int YEARS_AHEAD = 6;
    private static final int DAY_MINUTES = 24 * 60;

    private final StringBuilder out = new StringBuilder();
    private final Instant now;

    IcsWriter(String method, String name, Instant now) {
        this.now = now;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Vinculo//CRM//EN");
        line("CALSCALE:GREGORIAN");
        if (method != null) {
            line("METHOD:" + method);
        }
        if (name != null) {
            line("X-WR-CALNAME:" + text(name));
        }
    }

    /** Before the appointments: the zones that they are in. */
    void zones(Collection<Appointment> appointments) {
        TreeSet<String> zones = new TreeSet<>();
        appointments.stream()
                .filter(appointment -> !appointment.isAllDay())
                .map(Appointment::getZone)
                .forEach(zones::add);
        zones.stream().map(ZoneId::of).forEach(this::zone);
    }

    private void zone(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        LocalDateTime begin = LocalDateTime.ofInstant(now, ZoneOffset.UTC)
                .minusYears(YEARS_BACK)
                .withDayOfYear(1);
        line("BEGIN:VTIMEZONE");
        line("TZID:" + zone.getId());
        ZoneOffset first = rules.getOffset(begin.toInstant(ZoneOffset.UTC));
        observance("STANDARD", LocalDateTime.of(1970, 1, 1, 0, 0), first, first);
        Instant at = begin.toInstant(ZoneOffset.UTC);
        Instant end = begin.plusYears(YEARS_BACK + (long) YEARS_AHEAD).toInstant(ZoneOffset.UTC);
        ZoneOffsetTransition next = rules.nextTransition(at);
        while (next != null && next.getInstant().isBefore(end)) {
            boolean summer = rules.isDaylightSavings(next.getInstant());
            observance(
                    summer ? "DAYLIGHT" : "STANDARD",
                    next.getDateTimeBefore(),
                    next.getOffsetBefore(),
                    next.getOffsetAfter());
            next = rules.nextTransition(next.getInstant());
        }
        line("END:VTIMEZONE");
    }

    private void observance(String kind, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        line("BEGIN:" + kind);
        line("DTSTART:" + LOCAL.format(from));
        line("TZOFFSETFROM:" + offset(before));
        line("TZOFFSETTO:" + offset(after));
        line("END:" + kind);
    }

    private static String offset(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        String text = sign + String.format(Locale.ROOT, "%02d%02d", seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + String.format(Locale.ROOT, "%02d", seconds % 60);
    }

    /** The appointment with all that is different in its series. */
    void event(
            Appointment appointment,
            Collection<AppointmentChange> changes,
            Collection<AppointmentGuest> guests,
            String organizer,
            String organizerMail) {
        begin(appointment);
        times(appointment, appointment.getStartLocal(), appointment.getMinutes());
        if (appointment.getRule() != null) {
            line("RRULE:" + appointment.getRule() + until(appointment));
            changes.stream()
                    .filter(AppointmentChange::isCancelled)
                    .forEach(change -> line("EXDATE" + time(appointment, change.getOriginalLocal())));
        }
        line("SUMMARY:" + text(appointment.getTitle()));
        describe(appointment, appointment.getPlace());
        if (organizerMail != null) {
            line("ORGANIZER;CN=" + parameter(organizer) + ":mailto:" + address(organizerMail));
        }
        guests.stream().filter(guest -> guest.getEmail() != null).forEach(this::guest);
        line("END:VEVENT");
        changes.stream()
                .filter(change -> !change.isCancelled() && appointment.getRule() != null)
                .forEach(change -> different(appointment, change));
    }

    private void different(Appointment appointment, AppointmentChange change) {
        begin(appointment);
        line("RECURRENCE-ID" + time(appointment, change.getOriginalLocal()));
        times(
                appointment,
                change.getStartLocal() == null ? change.getOriginalLocal() : change.getStartLocal(),
                change.getMinutes() == null ? appointment.getMinutes() : change.getMinutes());
        line("SUMMARY:" + text(change.getTitle() == null ? appointment.getTitle() : change.getTitle()));
        describe(appointment, change.getPlace() == null ? appointment.getPlace() : change.getPlace());
        line("END:VEVENT");
    }

    private void begin(Appointment appointment) {
        line("BEGIN:VEVENT");
        line("UID:" + text(appointment.getUid()));
        line("DTSTAMP:" + MOMENT.format(now));
        line("SEQUENCE:" + appointment.getSequence());
        line("STATUS:" + (appointment.isPlanned() ? "CONFIRMED" : "CANCELLED"));
    }

    private void times(Appointment appointment, LocalDateTime start, int minutes) {
        line("DTSTART" + time(appointment, start));
        if (appointment.isAllDay()) {
            LocalDate end = start.toLocalDate().plusDays(Math.max(1, minutes / DAY_MINUTES));
            line("DTEND;VALUE=DATE:" + DAY.format(end));
        } else {
            line("DURATION:" + Duration.ofMinutes(minutes));
        }
    }

    private static String time(Appointment appointment, LocalDateTime time) {
        return appointment.isAllDay()
                ? ";VALUE=DATE:" + DAY.format(time)
                : ";TZID=" + appointment.getZone() + ":" + LOCAL.format(time);
    }

    /** In the file the end of a rule is a moment. */
    private static String until(Appointment appointment) {
        if (appointment.getUntilLocal() == null) {
            return "";
        }
        return ";UNTIL="
                + (appointment.isAllDay()
                        ? DAY.format(appointment.getUntilLocal())
                        : MOMENT.format(Series.moment(appointment.getUntilLocal(), ZoneId.of(appointment.getZone()))));
    }

    private void describe(Appointment appointment, String place) {
        if (place != null) {
            line("LOCATION:" + text(place));
        }
        if (appointment.getDescription() != null) {
            line("DESCRIPTION:" + text(appointment.getDescription()));
        }
    }

    private void guest(AppointmentGuest guest) {
        String state =
                switch (guest.getAnswer()) {
                    case WAITING -> "NEEDS-ACTION";
                    case ACCEPTED -> "ACCEPTED";
                    case DECLINED -> "DECLINED";
                };
        line("ATTENDEE;CN=" + parameter(guest.getName()) + ";PARTSTAT=" + state + ":mailto:"
                + address(guest.getEmail()));
    }

    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace("\r", "")
                .replace("\n", "\\n")
                .replace(",", "\\,")
                .replace(";", "\\;");
    }

    private static String parameter(String value) {
        return "\"" + value.replaceAll("[\"\\p{Cntrl}]", "'") + "\"";
    }

    private static String address(String value) {
        return value.replaceAll("[\\s\\p{Cntrl},;:<>\"]", "");
    }

    /** Lines are folded so that none is longer than 75 octets and no letter is cut. */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int letter = content.codePointAt(i);
            String text = Character.toString(letter);
            int size = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(text);
            octets += size;
            i += Character.charCount(letter);
        }
        out.append("\r\n");
    }

    @Override
    public String toString() {
        return out + "END:VCALENDAR\r\n";
    }
}
