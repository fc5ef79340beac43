package org.vinculo.crm.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of a run, in Markdown. */
final class Report {

    private final List<Measured> measured = new ArrayList<>();
    private final Map<String, Map<Integer, Double>> statements = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> tables = new ArrayList<>();

    void add(Measured result) {
        measured.add(result);
    }

    void statements(String visit, int customers, double perRequest) {
        statements.computeIfAbsent(visit, first -> new LinkedHashMap<>()).put(customers, perRequest);
    }

    /** @param lines of another table, which comes after the others */
    void table(List<String> lines) {
        tables.addAll(lines);
    }

    void note(String line) {
        notes.add(line);
    }

    boolean isFreeOfErrors() {
        return measured.stream().allMatch(result -> result.errors() == 0);
    }

    String text() {
        StringBuilder out = new StringBuilder();
        notes.forEach(note -> out.append(note).append("\n"));
        out.append(
                "\n| Request | Customers | Users | Median ms | p95 ms | Per second | CPU ms | Compiler ms | Statements | Requests | Errors |\n");
        out.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (Measured each : measured) {
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %s | %d | %d |%n",
                    each.visit(),
                    each.customers(),
                    each.users(),
                    each.median(),
                    each.p95(),
                    each.perSecond(),
                    each.cpu(),
                    each.compiling(),
                    statements(each),
                    each.requests(),
                    each.errors()));
        }
        ratios(out);
        tables.forEach(line -> out.append(line).append("\n"));
        return out.toString();
    }

    private String statements(Measured each) {
        Double count = statements.getOrDefault(each.visit(), Map.of()).get(each.customers());
        return count == null ? "" : String.format(Locale.ROOT, "%.1f", count);
    }

    /** What a request costs with many customers, divided by what it costs with few. */
    private void ratios(StringBuilder out) {
        int fewest = measured.stream().mapToInt(Measured::customers).min().orElse(0);
        int most = measured.stream().mapToInt(Measured::customers).max().orElse(0);
        if (fewest == most) {
            return;
        }
        out.append(String.format(
                Locale.ROOT, "%n| Request, one user | CPU ms, %,d | CPU ms, %,d | Ratio |%n", fewest, most));
        out.append("|---|---:|---:|---:|\n");
        for (Measured small : measured) {
            measured.stream()
                    .filter(large -> small.customers() == fewest
                            && large.customers() == most
                            && small.users() == large.users()
                            && small.users() == 1
                            && small.visit().equals(large.visit()))
                    .forEach(large -> out.append(String.format(
                            Locale.ROOT,
                            "| %s | %.1f | %.1f | %.2f |%n",
                            small.visit(),
                            small.cpu(),
                            large.cpu(),
                            large.cpu() / small.cpu())));
        }
    }
}
