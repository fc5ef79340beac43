package org.vinculo.crm.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** Counts answers by door, sort of address and class of status, and how long they took. Forgotten with the process. */
@ApplicationScoped
public class Traffic {

    /** Upper bounds of the histogram, in seconds. */
    public static final List<Double> BOUNDS = List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

    private static final double NANOS = 1e9;

    /** Where an answer is counted; few values each, none of them from the request itself. */
    public record Place(String door, String kind) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byDoor = door.compareTo(other.door);
            return byDoor != 0 ? byDoor : kind.compareTo(other.kind);
        }
    }

    /** Durations of one place. */
    public static final class Histogram {
        private final LongAdder[] buckets = new LongAdder[BOUNDS.size() + 1];
        private final LongAdder nanos = new LongAdder();
        private final Map<String, LongAdder> statuses = new ConcurrentHashMap<>();

        Histogram() {
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }

        private void add(long duration, int status) {
            int bucket = 0;
            while (bucket < BOUNDS.size() && duration / NANOS > BOUNDS.get(bucket)) {
                bucket++;
            }
            buckets[bucket].increment();
            nanos.add(duration);
            statuses.computeIfAbsent(status / 100 + "xx", any -> new LongAdder())
                    .increment();
        }

        /** Answers that took at most the bound with this number; all of them for the number after the last. */
        public long upTo(int bound) {
            long sum = 0;
            for (int i = 0; i <= bound; i++) {
                sum += buckets[i].sum();
            }
            return sum;
        }

        public double seconds() {
            return nanos.sum() / NANOS;
        }

        public SortedMap<String, Long> statuses() {
            SortedMap<String, Long> sums = new TreeMap<>();
            statuses.forEach((status, count) -> sums.put(status, count.sum()));
            return sums;
        }
    }

    private final Map<Place, Histogram> places = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();

    public void begin() {
        running.incrementAndGet();
    }

    public void end(Place place, long nanos, int status) {
        places.computeIfAbsent(place, any -> new Histogram()).add(nanos, status);
        running.decrementAndGet();
    }

    /** Requests that are being answered. */
    public int running() {
        return running.get();
    }

    /** The same for threads that belong to no application. */
    public IntSupplier gauge() {
        return running::get;
    }

    public SortedMap<Place, Histogram> places() {
        return new TreeMap<>(places);
    }
}
