package org.vinculo.crm.value.internal.clv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Collects expectation and outcome of customers for the check. Twelve bytes per customer. */
public final class HoldoutTally {

    private static final int FREQUENCIES = 8;
    private static final int TENTHS = 10;

    private final Sum[] byFrequency = sums(FREQUENCIES);
    private float[] expected = new float[1024];
    private int[] actual = new int[1024];
    private int size;

    /**
     * @param repeats in the observation
     * @param expectedPurchases of the model for the time of the check
     * @param actualPurchases in that time, counted in days with a purchase
     */
    public void add(int repeats, double expectedPurchases, int actualPurchases) {
        if (size == expected.length) {
            expected = Arrays.copyOf(expected, size * 2);
            actual = Arrays.copyOf(actual, size * 2);
        }
        expected[size] = (float) expectedPurchases;
        actual[size++] = actualPurchases;
        byFrequency[Math.min(repeats, FREQUENCIES - 1)].add(expectedPurchases, actualPurchases);
    }

    public HoldoutCheck check() {
        Sum all = new Sum();
        for (Sum group : byFrequency) {
            all.add(group);
        }
        Sum[] tenths = tenths();
        double best = tenths[TENTHS - 1].group(TENTHS).meanActual();
        return new HoldoutCheck(
                all.customers,
                all.expected,
                all.actual,
                groups(byFrequency, 0),
                groups(tenths, 1),
                best / all.group(0).meanActual());
    }

    private Sum[] tenths() {
        Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(row -> expected[row]));
        Sum[] tenths = sums(TENTHS);
        for (int rank = 0; rank < size; rank++) {
            int tenth = (int) ((long) rank * TENTHS / size);
            tenths[tenth].add(expected[order[rank]], actual[order[rank]]);
        }
        return tenths;
    }

    private static List<HoldoutCheck.Group> groups(Sum[] sums, int firstLabel) {
        List<HoldoutCheck.Group> groups = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            groups.add(sums[i].group(i + firstLabel));
        }
        return List.copyOf(groups);
    }

    private static Sum[] sums(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Sum()).toArray(Sum[]::new);
    }

    private static final class Sum {

        private long customers;
        private double expected;
        private long actual;

        void add(double moreExpected, int moreActual) {
            customers++;
            expected += moreExpected;
            actual += moreActual;
        }

        void add(Sum other) {
            customers += other.customers;
            expected += other.expected;
            actual += other.actual;
        }

        HoldoutCheck.Group group(int label) {
            return new HoldoutCheck.Group(label, customers, expected / customers, (double) actual / customers);
        }
    }
}
