package org.vinculo.crm.value.internal.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The columns that training rows give: one for each number, one for each category value that is not too rare. */
public record FeatureSpace(List<Column> columns) {

    public FeatureSpace {
        columns = List.copyOf(columns);
    }

    /**
     * @param fewest rows from which a value of a category has a column of its own; rarer ones say nothing
     * @throws IllegalArgumentException without rows
     */
    public static FeatureSpace of(List<Observation> rows, int fewest) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no rows to learn from");
        }
        List<Column> columns = new ArrayList<>(numberColumns(rows));
        columns.addAll(categoryColumns(rows, fewest));
        return new FeatureSpace(columns);
    }

    double[] scaled(Observation observation) {
        return columns.stream().mapToDouble(column -> column.of(observation)).toArray();
    }

    private static List<Column> numberColumns(List<Observation> rows) {
        Map<String, double[]> sums = new TreeMap<>();
        rows.forEach(row -> row.numbers().forEach((feature, value) -> {
            double[] sum = sums.computeIfAbsent(feature, key -> new double[3]);
            double from = value - sum[1];
            sum[0]++;
            sum[1] += from / sum[0];
            sum[2] += from * (value - sum[1]);
        }));
        List<Column> columns = new ArrayList<>();
        sums.forEach((feature, sum) -> addIfVaried(columns, feature, null, sum[1], sum[2] / sum[0]));
        return columns;
    }

    private static List<Column> categoryColumns(List<Observation> rows, int fewest) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        rows.forEach(row -> row.categories()
                .forEach((feature, level) ->
                        counts.computeIfAbsent(feature, key -> new TreeMap<>()).merge(level, 1, Integer::sum)));
        List<Column> columns = new ArrayList<>();
        counts.forEach((feature, levels) -> levels.forEach((level, count) -> {
            double share = (double) count / rows.size();
            if (count >= fewest) {
                addIfVaried(columns, feature, level, share, share * (1 - share));
            }
        }));
        return columns;
    }

    private static void addIfVaried(List<Column> columns, String feature, String level, double mean, double variance) {
        if (variance > 0) {
            columns.add(new Column(feature, level, mean, Math.sqrt(variance)));
        }
    }
}
