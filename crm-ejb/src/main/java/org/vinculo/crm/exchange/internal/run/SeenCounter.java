package org.vinculo.crm.exchange.internal.run;

/**
 * Counts how often each fingerprint came. An open table of primitives: a million rows take some 24 MB instead of the
 * ten times of a map of objects.
 */
public final class SeenCounter {

    private static final double FULL = 0.6;

    private long[] keys = new long[1 << 12];
    private int[] counts = new int[1 << 12];
    private int size;

    /** @return how often the fingerprint came, this time included */
    public int add(long fingerprint) {
        int at = slot(keys, counts, fingerprint);
        if (counts[at] == 0) {
            keys[at] = fingerprint;
            size++;
        }
        int count = ++counts[at];
        if (size > keys.length * FULL) {
            grow();
        }
        return count;
    }

    public boolean contains(long fingerprint) {
        return counts[slot(keys, counts, fingerprint)] > 0;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreCounts = new int[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                int at = slot(moreKeys, moreCounts, keys[i]);
                moreKeys[at] = keys[i];
                moreCounts[at] = counts[i];
            }
        }
        keys = moreKeys;
        counts = moreCounts;
    }

    private static int slot(long[] keys, int[] counts, long fingerprint) {
        int mask = keys.length - 1;
        int at = (int) (fingerprint ^ fingerprint >>> 32) & mask;
        while (counts[at] > 0 && keys[at] != fingerprint) {
            at = at + 1 & mask;
        }
        return at;
    }
}
