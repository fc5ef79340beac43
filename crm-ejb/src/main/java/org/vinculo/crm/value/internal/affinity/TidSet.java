package org.vinculo.crm.value.internal.affinity;

import java.util.Arrays;

/** A set of basket numbers: bits where it is dense, ascending numbers where it is sparse. */
final class TidSet {

    /** One number takes 32 bits. */
    private static final int BITS_PER_NUMBER = 32;

    private final long[] bits;
    private final int[] numbers;
    private final int count;

    private TidSet(long[] bits, int[] numbers, int count) {
        this.bits = bits;
        this.numbers = numbers;
        this.count = count;
    }

    /** @param ascending without duplicates, each below the number of baskets */
    static TidSet of(int[] ascending, int baskets) {
        if ((long) ascending.length * BITS_PER_NUMBER < baskets) {
            return new TidSet(null, ascending, ascending.length);
        }
        long[] bits = new long[(baskets + 63) / 64];
        for (int basket : ascending) {
            bits[basket >> 6] |= 1L << basket;
        }
        return new TidSet(bits, null, ascending.length);
    }

    int count() {
        return count;
    }

    /** The baskets in both, or null when they are fewer than asked for. */
    TidSet and(TidSet other, int atLeast) {
        if (bits != null && other.bits != null) {
            return bothDense(other, atLeast);
        }
        if (bits != null) {
            return other.and(this, atLeast);
        }
        int[] common = new int[Math.min(count, other.count)];
        int size = other.bits != null ? inBits(other, common) : inNumbers(other, common);
        return size < atLeast ? null : new TidSet(null, Arrays.copyOf(common, size), size);
    }

    private TidSet bothDense(TidSet other, int atLeast) {
        int size = 0;
        for (int i = 0; i < bits.length; i++) {
            size += Long.bitCount(bits[i] & other.bits[i]);
        }
        if (size < atLeast) {
            return null;
        }
        if ((long) size * BITS_PER_NUMBER < (long) bits.length * 64) {
            return new TidSet(null, numbersOfBoth(other, size), size);
        }
        long[] both = new long[bits.length];
        for (int i = 0; i < bits.length; i++) {
            both[i] = bits[i] & other.bits[i];
        }
        return new TidSet(both, null, size);
    }

    private int[] numbersOfBoth(TidSet other, int size) {
        int[] both = new int[size];
        int next = 0;
        for (int i = 0; i < bits.length; i++) {
            for (long word = bits[i] & other.bits[i]; word != 0; word &= word - 1) {
                both[next++] = (i << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return both;
    }

    private int inBits(TidSet other, int[] common) {
        int size = 0;
        for (int number : numbers) {
            if ((other.bits[number >> 6] & 1L << number) != 0) {
                common[size++] = number;
            }
        }
        return size;
    }

    private int inNumbers(TidSet other, int[] common) {
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < numbers.length && theirs < other.numbers.length) {
            int difference = numbers[mine] - other.numbers[theirs];
            if (difference == 0) {
                common[size++] = numbers[mine];
            }
            mine += difference <= 0 ? 1 : 0;
            theirs += difference >= 0 ? 1 : 0;
        }
        return size;
    }
}
