package org.vinculo.crm.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vinculo.crm.shared.Texts;

/**
 * The codes of the trail in words. What has no text of its own is still readable: {@code postalCode} becomes "postal
 * code", {@code NOT_REACHED} "not reached", a moment is written the reader's way.
 */
public final class AuditWords {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[._]");
    private static final String HIDDEN = "***";

    private final Locale locale;
    private final ZoneId zone;

    public AuditWords(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** What was done. */
    public String action(String code) {
        return named("audit.action.", code, spoken(code));
    }

    /** The kind of thing concerned; empty for null. */
    public String entity(String code) {
        return code == null ? "" : named("audit.entity.", code, spoken(code));
    }

    /** The field, by the words of its entity or those that all entities share. */
    public String field(String entity, String field) {
        return named("audit.field." + entity + ".", field, named("audit.field.", field, spoken(field)));
    }

    /** A value before or after; a dash for none. */
    public String value(String value) {
        if (value == null || value.isEmpty()) {
            return Texts.text(locale, "audit.value.none");
        }
        if (value.equals(HIDDEN)) {
            return Texts.text(locale, "audit.value.hidden");
        }
        if (MOMENT.matcher(value).matches() || DAY.matcher(value).matches()) {
            return when(value);
        }
        boolean isCode = CONSTANT.matcher(value).matches() || value.equals("true") || value.equals("false");
        return isCode ? named("audit.value.", value, value) : value;
    }

    private String named(String prefix, String code, String otherwise) {
        String key = prefix + code;
        return CODE.matcher(code).matches() && Texts.has(locale, key) ? Texts.text(locale, key) : otherwise;
    }

    private String when(String value) {
        try {
            if (DAY.matcher(value).matches()) {
                return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(LocalDate.parse(value));
            }
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(Instant.parse(value).atZone(zone));
        } catch (DateTimeException notReallyOne) {
            return value;
        }
    }

    private static String spoken(String code) {
        String words =
                HUMP.matcher(code).replaceAll(" ").toLowerCase(Locale.ROOT).strip();
        return words.isEmpty() ? code : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
