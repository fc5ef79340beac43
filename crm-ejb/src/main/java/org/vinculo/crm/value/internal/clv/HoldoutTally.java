package org.vinculo.crm.value.internal.clv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Collects expectation and outcome of customers for the check. Twenty-four bytes per customer. */
public final class HoldoutTally {

    private static final int FREQUENCIES = 8;
    private static final int TENTHS = 10;

    private final Sum[] byFrequency = sums(FREQUENCIES);
    private float[] expected = new float[1024];
    private int[] actual = new int[1024];
    private int[] repeatsBefore = new int[1024];
    private long[] customers = new long[1024];
    private int size;

    /** Takes a customer of the check. */
    public interface Taker {

        /** @param tenth from 1, those of whom least was expected, to 10 */
        void take(long customer, int repeats, int tenth);
    }

    /**
     * @param customer whom it is about
     * @param repeats in the observation
     * @param expectedPurchases of the model for the time of the check
     * @param actualPurchases in that time, counted in days with a purchase
     */
    public void add(long customer, int repeats, double expectedPurchases, int actualPurchases) {
        if (size == expected.length) {
            expected = Arrays.copyOf(expected, size * 2);
            actual = Arrays.copyOf(actual, size * 2);
            repeatsBefore = Arrays.copyOf(repeatsBefore, size * 2);
            customers = Arrays.copyOf(customers, size * 2);
        }
        customers[size] = customer;
        repeatsBefore[size] = repeats;
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

    /** Gives out every customer with the tenth in which the check counts them. */
    public void each(Taker taker) {
        Integer[] order = order();
        for (int rank = 0; rank < size; rank++) {
            int row = order[rank];
            taker.take(customers[row], repeatsBefore[row], tenth(rank) + 1);
        }
    }

    private Sum[] tenths() {
        Integer[] order = order();
        Sum[] tenths = sums(TENTHS);
        for (int rank = 0; rank < size; rank++) {
            tenths[tenth(rank)].add(expected[order[rank]], actual[order[rank]]);
        }
        return tenths;
    }

    /** The rows from the one of whom least was expected; equals stay in the order in which they came. */
    private Integer[] order() {
        Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(row -> expected[row]));
        return order;
    }

    private int tenth(int rank) {
        return (int) ((long) rank * TENTHS / size);
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
