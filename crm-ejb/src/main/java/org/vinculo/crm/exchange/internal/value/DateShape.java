package org.vinculo.crm.exchange.internal.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the dates of a column are written. One value alone often allows two readings (03/04/2024), so every value of the
 * column votes for each reading that it allows.
 */
public final class DateShape {

    private static final List<String> PATTERNS = List.of(
            "yyyy-MM-dd",
            "yyyy/MM/dd",
            "yyyy.MM.dd",
            "yyyyMMdd",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "dd-MM-yyyy",
            "MM-dd-yyyy",
            "dd.MM.yyyy",
            "ddMMyyyy",
            "dd/MM/yy",
            "MM/dd/yy",
            "dd-MM-yy",
            "MM-dd-yy",
            "dd.MM.yy",
            "dd MMM yyyy",
            "dd-MMM-yyyy",
            "dd-MMM-yy",
            "dd MMM yy",
            "MMM dd, yyyy",
            "MMM dd yyyy",
            "dd 'de' MMM 'de' yyyy");
    private static final List<DateReading> READINGS = PATTERNS.stream()
            .map(pattern -> DateReading.of(pattern).orElseThrow())
            .toList();
    /** Share of dates that makes a column one of dates whatever it is called. */
    public static final double SURELY = 0.8;

    private static final double AT_LEAST = 0.5;

    private final int[] votes = new int[READINGS.size()];
    private int values;
    private int withTime;

    /**
     * What a column's dates are.
     *
     * @param pattern date pattern, with the time of day when most values have one
     * @param ambiguous whether day and month could be exchanged in every value
     * @param share share of the values that fit
     */
    public record Found(String pattern, boolean ambiguous, double share) {}

    public void add(String text) {
        values++;
        if (!mayBeDate(text)) {
            return;
        }
        boolean time = false;
        for (int i = 0; i < votes.length; i++) {
            DateReading.Moment moment = READINGS.get(i).read(text);
            if (moment != null
                    && moment.local().getYear() >= 1900
                    && moment.local().getYear() <= 2100) {
                votes[i]++;
                time |= moment.hasTime();
            }
        }
        withTime += time ? 1 : 0;
    }

    /** Sorts out most other texts without trying every reading. */
    private static boolean mayBeDate(String text) {
        if (text.length() < 6 || text.length() > 40) {
            return false;
        }
        int digits = 0;
        int separators = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '/' || c == '-' || c == '.' || c == ' ') {
                separators++;
            }
        }
        return digits >= 3 && (separators >= 2 || digits == 8 && text.length() == 8);
    }

    /** The reading of at least half the values, if there is one; of two equal ones the one that the rest of the file suggests. */
    public Optional<Found> best(boolean dayFirst) {
        Map<String, Integer> ranking = new LinkedHashMap<>();
        for (int i = 0; i < votes.length; i++) {
            if (votes[i] > 0 && votes[i] >= values * AT_LEAST) {
                ranking.put(PATTERNS.get(i), votes[i]);
            }
        }
        int most = ranking.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (most == 0) {
            return Optional.empty();
        }
        List<String> equal = new ArrayList<>();
        ranking.forEach((pattern, count) -> {
            if (count == most) {
                equal.add(pattern);
            }
        });
        boolean ambiguous = equal.stream().anyMatch(p -> p.startsWith("dd"))
                && equal.stream().anyMatch(p -> p.startsWith("MM"));
        String chosen = equal.stream()
                .filter(pattern -> !ambiguous || pattern.startsWith(dayFirst ? "dd" : "MM"))
                .findFirst()
                .orElse(equal.get(0));
        String time = withTime * 2 > most ? " HH:mm:ss" : "";
        return Optional.of(new Found(chosen + time, ambiguous, (double) most / values));
    }
}
