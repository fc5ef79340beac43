package org.vinculo.crm.value.internal.affinity;

import java.util.Arrays;

/** Numbers of items, ascending; equal when they are the same. */
final class ItemSet {

    static final ItemSet EMPTY = new ItemSet(new int[0]);

    private final int[] items;

    private ItemSet(int[] items) {
        this.items = items;
    }

    ItemSet with(int item) {
        int[] more = Arrays.copyOf(items, items.length + 1);
        int at = items.length;
        while (at > 0 && more[at - 1] > item) {
            more[at] = more[at - 1];
            at--;
        }
        more[at] = item;
        return new ItemSet(more);
    }

    /** Without the item at the position. */
    ItemSet without(int position) {
        int[] fewer = new int[items.length - 1];
        System.arraycopy(items, 0, fewer, 0, position);
        System.arraycopy(items, position + 1, fewer, position, fewer.length - position);
        return new ItemSet(fewer);
    }

    int size() {
        return items.length;
    }

    int item(int position) {
        return items[position];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemSet set && Arrays.equals(items, set.items);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items);
    }
}
