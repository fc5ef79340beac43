package org.vinculo.crm.party;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.MoneyText;
import org.vinculo.crm.shared.Quarter;
import org.vinculo.crm.shared.Texts;

/** Writes phrases in the reader's language, number format and time zone. */
public final class Phrases {

    private Phrases() {}

    /** The text; empty for null. */
    public static String write(Phrase phrase, Locale locale, ZoneId zone) {
        if (phrase == null) {
            return "";
        }
        if (phrase.key() == null) {
            return String.valueOf(show(phrase.args().get(0), locale, zone, true));
        }
        Object[] shown = phrase.args().stream()
                .map(arg -> show(arg, locale, zone, false))
                .toArray();
        return Texts.text(locale, phrase.key(), shown);
    }

    /** Plain numbers inside a message stay numbers, so that its plural forms can choose by them. */
    private static Object show(Serializable arg, Locale locale, ZoneId zone, boolean alone) {
        if (arg instanceof Phrase inner) {
            return write(inner, locale, zone);
        }
        if (arg instanceof Money money) {
            return MoneyText.of(money, locale);
        }
        if (arg instanceof Instant instant) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(instant.atZone(zone));
        }
        if (arg instanceof LocalDate date) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(date);
        }
        if (arg instanceof Quarter quarter) {
            return quarter.in(locale);
        }
        if (arg instanceof Locale place) {
            return place.getLanguage().isEmpty() ? place.getDisplayCountry(locale) : place.getDisplayName(locale);
        }
        if (arg instanceof Duration duration) {
            return duration(duration, locale);
        }
        if (alone && arg instanceof Number number) {
            return number(number, locale);
        }
        return arg;
    }

    private static String number(Number number, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        if (number instanceof BigDecimal decimal) {
            format.setMaximumFractionDigits(decimal.scale());
        }
        return format.format(number);
    }

    private static String duration(Duration duration, Locale locale) {
        long minutes = Math.max(1, (duration.toSeconds() + 30) / 60);
        return minutes < 60
                ? Texts.text(locale, "party.duration.minutes", minutes)
                : Texts.text(locale, "party.duration.hours", minutes / 60, minutes % 60);
    }
}
