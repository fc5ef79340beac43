package org.vinculo.crm.consent;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The days and hours in which a person may be disturbed, in that person's zone. {@code until} is exclusive; hours that end
 * before they begin run past midnight and belong to the day on which they begin; equal ends mean the whole day.
 */
public record ContactHours(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone) implements Serializable {

    private static final LocalTime USUAL_FROM = LocalTime.of(8, 0);
    private static final LocalTime USUAL_UNTIL = LocalTime.of(21, 0);
    private static final int DAYS_TO_LOOK_AHEAD = 9;

    public ContactHours {
        days = days.isEmpty() ? Set.copyOf(EnumSet.allOf(DayOfWeek.class)) : Set.copyOf(days);
    }

    /** The hours of a person who named none: 8 to 21, any day. */
    public static ContactHours usual(ZoneId zone) {
        return new ContactHours(EnumSet.allOf(DayOfWeek.class), USUAL_FROM, USUAL_UNTIL, zone);
    }

    /** As the ledger keeps it: {@code 12345 09:30-12:00 Europe/Lisbon}, days by their ISO number. */
    public String code() {
        String numbers = days.stream()
                .sorted()
                .map(day -> String.valueOf(day.getValue()))
                .collect(Collectors.joining());
        return numbers + " " + from + "-" + until + " " + zone.getId();
    }

    /** The inverse of {@link #code}. */
    public static ContactHours ofCode(String code) {
        String[] parts = code.split(" ", 3);
        Set<DayOfWeek> days =
                parts[0].chars().mapToObj(digit -> DayOfWeek.of(digit - '0')).collect(Collectors.toSet());
        String[] times = parts[1].split("-", 2);
        return new ContactHours(days, LocalTime.parse(times[0]), LocalTime.parse(times[1]), ZoneId.of(parts[2]));
    }

    public boolean contains(Instant moment) {
        return nextOpening(moment).equals(moment);
    }

    /** The first instant at or after {@code earliest} that lies inside the hours. */
    public Instant nextOpening(Instant earliest) {
        LocalDate yesterday = earliest.atZone(zone).toLocalDate().minusDays(1);
        Instant best = null;
        for (int ahead = 0; ahead <= DAYS_TO_LOOK_AHEAD; ahead++) {
            Instant opening = openingOn(yesterday.plusDays(ahead), earliest);
            if (opening != null && (best == null || opening.isBefore(best))) {
                best = opening;
            }
        }
        return best;
    }

    private Instant openingOn(LocalDate day, Instant earliest) {
        if (!days.contains(day.getDayOfWeek())) {
            return null;
        }
        Instant opens = ZonedDateTime.of(day, from, zone).toInstant();
        LocalDate lastDay = until.isAfter(from) ? day : day.plusDays(1);
        Instant closes = ZonedDateTime.of(lastDay, until, zone).toInstant();
        if (!earliest.isBefore(closes) || !opens.isBefore(closes)) {
            return null;
        }
        return earliest.isAfter(opens) ? earliest : opens;
    }
}
