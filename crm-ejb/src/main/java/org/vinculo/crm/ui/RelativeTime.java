package org.vinculo.crm.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.vinculo.crm.shared.Texts;

/**
 * How people say when something was or will be: in words up to a week away, afterwards not at all (the caller then
 * writes the date). Days are counted in the viewer's zone, so that "yesterday" is the viewer's yesterday.
 */
public final class RelativeTime {

    private static final int WEEK = 7;
    private static final int SAME_NIGHT = 6 * 3600;

    private RelativeTime() {}

    /** In words, or empty when it lies a week or more away. */
    public static Optional<String> words(Instant when, Instant now, ZoneId zone, Locale locale) {
        Duration distance = Duration.between(when, now);
        long seconds = distance.abs().toSeconds();
        boolean past = !distance.isNegative();
        if (seconds < 60) {
            return Optional.of(Texts.text(locale, "ui.time.now"));
        }
        if (seconds < 3600) {
            return Optional.of(Texts.text(locale, past ? "ui.time.minutesAgo" : "ui.time.inMinutes", seconds / 60));
        }
        LocalDate day = LocalDate.ofInstant(when, zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (day.equals(today) || seconds < SAME_NIGHT) {
            return Optional.of(Texts.text(locale, past ? "ui.time.hoursAgo" : "ui.time.inHours", seconds / 3600));
        }
        return words(day, today, locale);
    }

    /** Today, yesterday, tomorrow or a number of days; empty when a week or more away. */
    public static Optional<String> words(LocalDate day, LocalDate today, Locale locale) {
        long days = ChronoUnit.DAYS.between(day, today);
        if (Math.abs(days) >= WEEK) {
            return Optional.empty();
        }
        if (days == 0) {
            return Optional.of(Texts.text(locale, "ui.time.today"));
        }
        if (Math.abs(days) == 1) {
            return Optional.of(Texts.text(locale, days > 0 ? "ui.time.yesterday" : "ui.time.tomorrow"));
        }
        return Optional.of(Texts.text(locale, days > 0 ? "ui.time.daysAgo" : "ui.time.inDays", Math.abs(days)));
    }
}
