package org.vinculo.crm.demo.internal.story;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Times of day at which people of a sort do things. */
final class Moments {

    private static final int MINUTES_IN_AN_HOUR = 60;

    private Moments() {}

    /** A moment of private life: from breakfast to late. */
    static Instant atHome(LocalDate day, ZoneId zone, Dice dice) {
        return at(day, zone, 8, 22, dice);
    }

    /** A moment of a working day; a Sunday's work was done on Friday. */
    static Instant atWork(LocalDate day, ZoneId zone, Dice dice) {
        LocalDate workday = day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
        return at(workday, zone, 8, 18, dice);
    }

    static Instant of(Profile profile, LocalDate day, ZoneId zone, Dice dice) {
        return profile.isBusiness() ? atWork(day, zone, dice) : atHome(day, zone, dice);
    }

    private static Instant at(LocalDate day, ZoneId zone, int from, int to, Dice dice) {
        int minute = dice.between(from * MINUTES_IN_AN_HOUR, to * MINUTES_IN_AN_HOUR - 1);
        return day.atStartOfDay(zone)
                .plusMinutes(minute)
                .plusSeconds(dice.between(0, 59))
                .toInstant();
    }
}
