package org.vinculo.crm.privacy.internal;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vinculo.crm.shared.Texts;

/** Writes stored values the reader's way: moments and numbers by locale, codes in words. */
final class Values {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]+");

    /** Where the words of codes stand, in the order in which they are asked. */
    private static final List<String> WORDS =
            List.of("privacy.code.", "party.channel.", "value.tier.", "value.phase.", "party.portal.role.");

    private final Locale locale;
    private final ZoneId zone;

    Values(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** Empty when there is nothing to tell. */
    String write(Serializable value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Instant moment) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(moment.atZone(zone));
        }
        if (value instanceof LocalDate day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(day);
        }
        if (value instanceof BigDecimal || value instanceof Double) {
            NumberFormat numbers = NumberFormat.getNumberInstance(locale);
            numbers.setMaximumFractionDigits(2);
            return numbers.format(value);
        }
        if (value instanceof Boolean flag) {
            return Texts.text(locale, flag ? "privacy.yes" : "privacy.no");
        }
        String text = value.toString();
        return CODE.matcher(text).matches() ? words(text) : text;
    }

    private String words(String code) {
        return WORDS.stream()
                .map(prefix -> prefix + code)
                .filter(key -> Texts.has(locale, key))
                .findFirst()
                .map(key -> Texts.text(locale, key))
                .orElse(code);
    }
}
