package org.vinculo.crm.value.internal.clv;

import java.util.Map;

/** A table of histories in columns, for loops that run hundreds of times. */
final class Histories {

    final int[] repeats;
    final double[] lastRepeat;
    final double[] age;
    final int[] customers;

    /** Distinct numbers of repeats, ascending, and the customers of each. */
    final int[] counts;

    final int[] customersOfCount;

    Histories(RepeatTable table) {
        int size = table.size();
        repeats = new int[size];
        lastRepeat = new double[size];
        age = new double[size];
        customers = new int[size];
        int[] next = {0};
        table.forEach((x, last, weeks, many) -> {
            int i = next[0]++;
            repeats[i] = x;
            lastRepeat[i] = last;
            age[i] = weeks;
            customers[i] = many;
        });
        Map<Integer, Integer> byRepeats = table.byRepeats();
        counts = byRepeats.keySet().stream().mapToInt(Integer::intValue).toArray();
        customersOfCount =
                byRepeats.values().stream().mapToInt(Integer::intValue).toArray();
    }

    int size() {
        return repeats.length;
    }
}
