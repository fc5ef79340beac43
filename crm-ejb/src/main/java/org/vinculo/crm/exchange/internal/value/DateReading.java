package org.vinculo.crm.exchange.internal.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vinculo.crm.shared.Normal;

/**
 * Reads dates of one order, such as {@code dd/MM/yyyy}. One digit where two are expected is accepted, and so is a time
 * of day after the date whether or not the pattern has one. Names of months are read in English, Portuguese and Spanish.
 */
public final class DateReading {

    /**
     * A moment as written.
     *
     * @param offset the offset written with it, or null when the zone is the reader's business
     * @param hasTime whether a time of day was written
     */
    public record Moment(LocalDateTime local, ZoneOffset offset, boolean hasTime) {
        public LocalDate date() {
            return local.toLocalDate();
        }
    }

    private enum Part {
        YEAR4,
        YEAR2,
        MONTH,
        MONTH_NAME,
        DAY,
        LITERAL
    }

    private record Token(Part part, int digits, String literal) {}

    private static final Pattern TIME =
            Pattern.compile("(?:[T ]+|, ?)(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,9}))?)?"
                    + "(?: ?([AaPp])\\.? ?[Mm]\\.?)? ?(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?$");
    private static final Pattern TIME_OF_PATTERN = Pattern.compile("(?:'T'|[ T,]+)[HhKk].*$");
    private static final Map<String, Integer> MONTHS = months();

    private final String pattern;
    private final List<Token> tokens;

    private DateReading(String pattern, List<Token> tokens) {
        this.pattern = pattern;
        this.tokens = tokens;
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new java.util.HashMap<>();
        String[] names = {
            "jan ene",
            "feb fev",
            "mar",
            "apr abr",
            "may mai",
            "jun",
            "jul",
            "aug ago",
            "sep set",
            "oct out",
            "nov",
            "dec dez dic"
        };
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ")) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }

    /** The reading for a pattern of letters y, M, d and separators; empty when it names no full date. */
    public static Optional<DateReading> of(String pattern) {
        if (pattern == null || pattern.length() > 60) {
            return Optional.empty();
        }
        List<Token> tokens = tokens(TIME_OF_PATTERN.matcher(pattern.strip()).replaceFirst(""));
        return tokens != null
                        && has(tokens, Part.DAY)
                        && has(tokens, Part.MONTH, Part.MONTH_NAME)
                        && has(tokens, Part.YEAR4, Part.YEAR2)
                ? Optional.of(new DateReading(pattern.strip(), tokens))
                : Optional.empty();
    }

    private static boolean has(List<Token> tokens, Part... parts) {
        List<Part> wanted = List.of(parts);
        return tokens.stream().filter(token -> wanted.contains(token.part())).count() == 1;
    }

    private static List<Token> tokens(String pattern) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            int end = i + 1;
            if (c == '\'') {
                end = pattern.indexOf('\'', i + 1);
                if (end < 0) {
                    return null;
                }
                tokens.add(new Token(Part.LITERAL, 0, pattern.substring(i + 1, end)));
                i = end + 1;
                continue;
            }
            while (end < pattern.length() && pattern.charAt(end) == c) {
                end++;
            }
            int count = end - i;
            if (c == 'y' || c == 'u') {
                tokens.add(new Token(count == 2 ? Part.YEAR2 : Part.YEAR4, 4, null));
            } else if (c == 'M' || c == 'L') {
                tokens.add(new Token(count > 2 ? Part.MONTH_NAME : Part.MONTH, 2, null));
            } else if (c == 'd') {
                tokens.add(new Token(Part.DAY, 2, null));
            } else if (Character.isLetter(c)) {
                return null;
            } else {
                tokens.add(new Token(Part.LITERAL, 0, pattern.substring(i, end)));
            }
            i = end;
        }
        return tokens;
    }

    public String pattern() {
        return pattern;
    }

    /** The moment, or null when the text is not such a date or there is no such day. */
    public Moment read(String text) {
        if (text == null || text.length() > 60) {
            return null;
        }
        String value = text.strip();
        LocalDate date = date(value);
        if (date != null) {
            return new Moment(date.atStartOfDay(), null, false);
        }
        Matcher time = TIME.matcher(value);
        if (!time.find()) {
            return null;
        }
        date = date(value.substring(0, time.start()).strip());
        LocalTime clock = date == null ? null : clock(time);
        return clock == null ? null : new Moment(date.atTime(clock), offset(time.group(6)), true);
    }

    private static LocalTime clock(Matcher time) {
        int hour = Integer.parseInt(time.group(1));
        if (time.group(5) != null) {
            if (hour < 1 || hour > 12) {
                return null;
            }
            hour = hour % 12 + ("p".equalsIgnoreCase(time.group(5)) ? 12 : 0);
        }
        int minute = Integer.parseInt(time.group(2));
        int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        // The databases keep microseconds.
        int micros = time.group(4) == null ? 0 : Integer.parseInt((time.group(4) + "000000").substring(0, 6));
        return hour > 23 || minute > 59 || second > 59 ? null : LocalTime.of(hour, minute, second, micros * 1000);
    }

    private static ZoneOffset offset(String text) {
        if (text == null) {
            return null;
        }
        try {
            return "UTC".equals(text) ? ZoneOffset.UTC : ZoneOffset.of(text);
        } catch (DateTimeException noSuchOffset) {
            return null;
        }
    }

    private LocalDate date(String text) {
        int year = 0;
        int month = 0;
        int day = 0;
        int at = 0;
        boolean compact = tokens.stream().noneMatch(token -> token.part() == Part.LITERAL);
        for (Token token : tokens) {
            if (token.part() == Part.LITERAL) {
                if (!text.regionMatches(
                        true, at, token.literal(), 0, token.literal().length())) {
                    return null;
                }
                at += token.literal().length();
                continue;
            }
            int end = token.part() == Part.MONTH_NAME ? letters(text, at) : digits(text, at, width(token));
            int length = end - at;
            if (length == 0
                    || token.part() == Part.YEAR4 && length != 4
                    || token.part() == Part.YEAR2 && length != 2
                    || compact && token.part() != Part.MONTH_NAME && length != width(token)) {
                return null;
            }
            switch (token.part()) {
                case YEAR4 -> year = Integer.parseInt(text.substring(at, end));
                case YEAR2 -> year = century(Integer.parseInt(text.substring(at, end)));
                case MONTH -> month = Integer.parseInt(text.substring(at, end));
                case MONTH_NAME -> month = month(text.substring(at, end));
                default -> day = Integer.parseInt(text.substring(at, end));
            }
            at = end;
            if (token.part() == Part.MONTH_NAME && at < text.length() && text.charAt(at) == '.') {
                at++;
            }
        }
        return at == text.length() ? day(year, month, day) : null;
    }

    private static int width(Token token) {
        return token.part() == Part.YEAR4 ? 4 : 2;
    }

    private static LocalDate day(int year, int month, int day) {
        boolean possible = year >= 1 && month >= 1 && month <= 12 && day >= 1;
        return possible && day <= java.time.YearMonth.of(year, month).lengthOfMonth()
                ? LocalDate.of(year, month, day)
                : null;
    }

    private static int century(int twoDigits) {
        return twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits;
    }

    private static int digits(String text, int from, int most) {
        int end = from;
        while (end < text.length() && end - from < most && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int letters(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int month(String name) {
        String folded = Normal.fold(name);
        return folded.length() < 3 ? 0 : MONTHS.getOrDefault(folded.substring(0, 3), 0);
    }
}
