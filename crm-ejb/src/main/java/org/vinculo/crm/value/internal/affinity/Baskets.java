package org.vinculo.crm.value.internal.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Baskets of items, by item: in which baskets it was. An item twice in a basket counts once. */
public final class Baskets {

    private final Set<String> excluded;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> items = new ArrayList<>();
    private final List<Occurrences> occurrences = new ArrayList<>();
    private int size;

    /** @param excluded items that say nothing about taste, such as postage; they are not seen at all */
    public Baskets(Set<String> excluded) {
        this.excluded = Set.copyOf(excluded);
    }

    /** Also a basket of which nothing remains counts as a basket. */
    public void add(Collection<String> basket) {
        for (String item : basket) {
            if (!excluded.contains(item)) {
                occurrences.get(number(item)).add(size);
            }
        }
        size++;
    }

    public int size() {
        return size;
    }

    public int distinctItems() {
        return items.size();
    }

    /** In how many baskets an item is. */
    public int countOf(String item) {
        Integer number = numbers.get(item);
        return number == null ? 0 : count(number);
    }

    /** The items that are in most baskets, those first. */
    public List<String> mostFrequent(int atMost) {
        return items.stream()
                .sorted(Comparator.comparingInt(this::countOf).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(atMost)
                .toList();
    }

    String item(int number) {
        return items.get(number);
    }

    int count(int number) {
        return occurrences.get(number).size;
    }

    /** The baskets of an item, ascending. */
    int[] basketsOf(int number) {
        Occurrences own = occurrences.get(number);
        return Arrays.copyOf(own.baskets, own.size);
    }

    private int number(String item) {
        return numbers.computeIfAbsent(item, name -> {
            items.add(name);
            occurrences.add(new Occurrences());
            return items.size() - 1;
        });
    }

    private static final class Occurrences {

        private int[] baskets = new int[4];
        private int size;

        void add(int basket) {
            if (size > 0 && baskets[size - 1] == basket) {
                return;
            }
            if (size == baskets.length) {
                baskets = Arrays.copyOf(baskets, size * 2);
            }
            baskets[size++] = basket;
        }
    }
}
