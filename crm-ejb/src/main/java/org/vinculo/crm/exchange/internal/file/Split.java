package org.vinculo.crm.exchange.internal.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How well a separator divides a sample.
 *
 * @param delimiter the separator
 * @param columns the usual number of columns
 * @param consistency share of the records that have it
 * @param headFits whether the first record has it too
 * @param typedShare share of the values that are a number, a date, an address or empty: a wrong separator cuts them
 */
record Split(char delimiter, int columns, double consistency, boolean headFits, double typedShare) {

    private static final Pattern TYPED = Pattern.compile(
            "\\s*(?:[-+(]?\\p{Sc}?\\s?\\d[\\d.,' ]*\\)?%?|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(?:[ T]\\d{1,2}:\\d{2}.*)?"
                    + "|[^\\s@;,|]+@[^\\s@;,|]+)?\\s*");

    static Split of(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return new Split(',', 1, 0, false, 0);
        }
        Map<Integer, Integer> sizes = new HashMap<>();
        rows.forEach(row -> sizes.merge(row.size(), 1, Integer::sum));
        int usual = sizes.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        List<List<String>> body = rows.size() > 1 ? rows.subList(1, rows.size()) : rows;
        long values = body.stream().mapToLong(List::size).sum();
        long typed = body.stream()
                .flatMap(List::stream)
                .filter(value -> value.length() < 60 && TYPED.matcher(value).matches())
                .count();
        return new Split(
                ',',
                usual,
                (double) sizes.get(usual) / rows.size(),
                rows.get(0).size() == usual,
                values == 0 ? 0 : (double) typed / values);
    }

    Split by(char separator) {
        return new Split(separator, columns, consistency, headFits, typedShare);
    }

    boolean isTable() {
        return columns > 1;
    }

    boolean isConsistent() {
        return consistency > 0.9 || headFits && consistency > 0.6;
    }

    double score() {
        return 4 * consistency + (headFits ? 2 : 0) + typedShare + Math.min(columns, 10) * 0.01;
    }
}
