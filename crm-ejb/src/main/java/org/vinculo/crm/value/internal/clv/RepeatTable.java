package org.vinculo.crm.value.internal.clv;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The distinct purchase histories of a base and how many customers have each: all that a fit of purchases reads. */
public final class RepeatTable {

    private final Map<History, Count> histories = new HashMap<>();
    private final Map<Integer, Integer> byRepeats = new TreeMap<>();
    private long customers;
    private long repeats;
    private double ages;

    private record History(int repeats, double lastRepeat, double age) {}

    private static final class Count {
        private int customers;
    }

    /** What a fit does with each distinct history. */
    @FunctionalInterface
    interface Visitor {
        void visit(int repeats, double lastRepeat, double age, int customers);
    }

    public void add(RepeatSummary summary) {
        History history = new History(summary.repeats(), summary.lastRepeat(), summary.age());
        histories.computeIfAbsent(history, key -> new Count()).customers++;
        byRepeats.merge(summary.repeats(), 1, Integer::sum);
        customers++;
        repeats += summary.repeats();
        ages += summary.age();
    }

    public long customers() {
        return customers;
    }

    /** Customers with a repeat purchase. */
    public long repeaters() {
        return customers - byRepeats.getOrDefault(0, 0);
    }

    /** Repeat purchases per customer and week of age; a small positive number where there is nothing to see. */
    double weeklyRate() {
        return Math.max(repeats, 0.5) / Math.max(ages, 1.0 / 7);
    }

    double meanAge() {
        return Math.max(ages / Math.max(customers, 1), 1.0 / 7);
    }

    void forEach(Visitor visitor) {
        histories.forEach((key, count) -> visitor.visit(key.repeats(), key.lastRepeat(), key.age(), count.customers));
    }

    int size() {
        return histories.size();
    }

    /** Customers by number of repeats, ascending. */
    Map<Integer, Integer> byRepeats() {
        return byRepeats;
    }
}
