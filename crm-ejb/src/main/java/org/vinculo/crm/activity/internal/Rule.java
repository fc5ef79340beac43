package org.vinculo.crm.activity.internal;

import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;

/**
 * A rule of RFC 5545 over times on a clock. The library counts in UTC, which has no jumps, so what it gives are clock
 * times; which moments they are is decided with the zone afterwards. The end ({@code UNTIL}) is kept apart from the rule,
 * because it is a moment there and a clock time here.
 */
final class Rule {

    private static final int LONGEST = 300;
    private static final Pattern SHAPE = Pattern.compile("[A-Z]+=[A-Z0-9,+-]+(;[A-Z]+=[A-Z0-9,+-]+)*");
    private static final Pattern UNTIL = Pattern.compile(";?UNTIL=[0-9TZ]+");
    private static final Set<Frequency> TOO_OFTEN = Set.of(Frequency.SECONDLY, Frequency.MINUTELY, Frequency.HOURLY);
    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

    private Rule() {}

    /** The rule as it is kept, without its end; empty when it is none, too long, or more often than daily. */
    static Optional<String> checked(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String plain = UNTIL.matcher(text.strip().toUpperCase(Locale.ROOT)).replaceAll("");
        String rule = plain.startsWith(";") ? plain.substring(1) : plain;
        if (rule.length() > LONGEST || !SHAPE.matcher(rule).matches()) {
            return Optional.empty();
        }
        try {
            Recurrence parsed = parse(rule);
            boolean usable = parsed != null
                    && parsed.getFrequency() != null
                    && !TOO_OFTEN.contains(parsed.getFrequency())
                    && parsed.getByHour().isEmpty()
                    && parsed.getByMinute().isEmpty()
                    && parsed.getBySecond().isEmpty();
            return usable ? Optional.of(rule) : Optional.empty();
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static Recurrence parse(String rule) {
        ParseContext context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        return new RecurrenceRuleScribe()
                .parseText(rule, null, new ICalParameters(), context)
                .getValue();
    }

    /** Clock times in their order, the first one being the beginning itself, none before a given one. */
    static Iterator<LocalDateTime> times(String rule, LocalDateTime start, LocalDateTime notBefore) {
        DateIterator dates = parse(rule).getDateIterator(Date.from(start.toInstant(ZoneOffset.UTC)), UTC);
        if (notBefore != null && notBefore.isAfter(start)) {
            dates.advanceTo(Date.from(notBefore.toInstant(ZoneOffset.UTC)));
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return dates.hasNext();
            }

            @Override
            public LocalDateTime next() {
                return LocalDateTime.ofInstant(dates.next().toInstant(), ZoneOffset.UTC);
            }
        };
    }
}
