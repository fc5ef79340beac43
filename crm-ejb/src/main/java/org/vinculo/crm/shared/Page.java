package org.vinculo.crm.shared;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One page of a list.
 *
 * @param items the rows of this page
 * @param total rows in all, or the cap when {@code totalIsCapped}
 * @param totalIsCapped whether there are more rows than were counted
 */
public record Page<T>(List<T> items, long total, boolean totalIsCapped) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> empty() {
        return new Page<>(List.of(), 0, false);
    }

    /** Counts all rows only when the items do not tell how many there are: when the page is full, or beyond the end. */
    public static <T> Page<T> of(List<T> items, PageRequest asked, LongSupplier count) {
        boolean tells = items.size() < asked.size() && (!items.isEmpty() || asked.first() == 0);
        return new Page<>(items, tells ? asked.first() + items.size() : count.getAsLong(), false);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), total, totalIsCapped);
    }
}
