package org.vinculo.crm.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Whether a server is after hours as it was after its first: compares the second half of a run with the first. */
final class Endurance {

    private static final double FLAT = 1.1;
    private static final double SLOWER = 1.2;
    private static final long LARGEST_LOG = 100L << 20;
    /** In the first minutes code is compiled and caches are filled. */
    private static final int WARMING = 10;

    /** What was measured in a minute; sizes of memory in MB. */
    record Minute(double p95, double heap, double threads, double files) {}

    private final List<Minute> minutes = new ArrayList<>();

    void add(Minute minute) {
        minutes.add(minute);
    }

    /** What is not as it must be, in words. */
    List<String> complaints(long logBytes, long severe) {
        List<String> all = new ArrayList<>();
        grew(all, "95th percentile", Minute::p95, SLOWER);
        grew(all, "heap after a collection", Minute::heap, FLAT);
        grew(all, "threads", Minute::threads, FLAT);
        grew(all, "open files", Minute::files, FLAT);
        if (logBytes > LARGEST_LOG) {
            all.add("the log has " + (logBytes >> 20) + " MB");
        }
        if (severe > 0) {
            all.add(severe + " entries of the log are severe");
        }
        return all;
    }

    private void grew(List<String> all, String what, ToDoubleFunction<Minute> figure, double most) {
        List<Minute> warm = minutes.subList(Math.min(WARMING, minutes.size() / 4), minutes.size());
        double first = median(warm.subList(0, warm.size() / 2), figure);
        double second = median(warm.subList(warm.size() / 2, warm.size()), figure);
        if (second > first * most) {
            all.add(String.format(Locale.ROOT, "%s grew from %.1f to %.1f", what, first, second));
        }
    }

    private static double median(List<Minute> some, ToDoubleFunction<Minute> figure) {
        double[] sorted = some.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0
                ? 0
                : Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0);
    }
}
