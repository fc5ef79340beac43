package org.vinculo.crm.value.internal.refresh;

import java.util.Arrays;

/**
 * Of whom the parameters and the check of a run are, by ascending id, so that each of its counts opens to its customers. Ten
 * bytes per customer.
 */
final class Lesson {

    /** Was a customer on the day, but passed over. */
    static final int PASSED_OVER = 1;

    /** The model of purchases was fitted on them. */
    static final int PURCHASES = 2;

    /** The model of values was fitted on them, too. */
    static final int VALUES = 3;

    private static final Part NONE = new Part(0, -1, 0);

    private long[] customers = new long[1024];
    private byte[] fitted = new byte[1024];
    private byte[] repeats = new byte[1024];
    private byte[] places = new byte[1024];
    private int size;

    /**
     * What a run took from a customer.
     *
     * @param fitted 0 from who was no customer on its day
     * @param checkRepeats before the check, -1 without one
     * @param place tenth of the check from 1, or 0
     */
    record Part(int fitted, int checkRepeats, int place) {}

    /** Takes the next customer; ids ascend. */
    void add(long customer, int howFitted) {
        if (size == customers.length) {
            customers = Arrays.copyOf(customers, size * 2);
            fitted = Arrays.copyOf(fitted, size * 2);
            repeats = Arrays.copyOf(repeats, size * 2);
            places = Arrays.copyOf(places, size * 2);
        }
        customers[size] = customer;
        fitted[size] = (byte) howFitted;
        repeats[size++] = -1;
    }

    void checked(long customer, int repeatsBefore, int place) {
        int at = Arrays.binarySearch(customers, 0, size, customer);
        if (at >= 0) {
            repeats[at] = (byte) Math.min(repeatsBefore, Byte.MAX_VALUE);
            places[at] = (byte) place;
        }
    }

    Part of(long customer) {
        int at = Arrays.binarySearch(customers, 0, size, customer);
        return at < 0 ? NONE : new Part(fitted[at], repeats[at], places[at]);
    }
}
