package org.vinculo.crm.value.internal.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well probabilities tell apart what happened from what did not, on rows the model has not seen.
 *
 * @param rows checked
 * @param hits rows in which it happened
 * @param auc chance that a hit has the higher probability than a miss, ties count half (Mann and Whitney 1947); not a number
 *     when there are only hits or only misses
 * @param topRate share of hits in the tenth with the highest probabilities
 * @param bands ten groups of equal size by probability, ascending, for the calibration chart
 */
public record Separation(int rows, long hits, double auc, double topRate, List<Band> bands) {

    private static final int BANDS = 10;

    /** Mean probability and share of hits of a tenth: equal where the model is calibrated. */
    public record Band(int rows, double meanProbability, double rate) {}

    /** A probability that was given and what happened. */
    public record Scored(double probability, boolean hit) {}

    /** @throws IllegalArgumentException without rows */
    public static Separation of(List<Scored> scored) {
        if (scored.isEmpty()) {
            throw new IllegalArgumentException("nothing to check");
        }
        List<Scored> ordered = order(scored).stream().map(scored::get).toList();
        long hits = ordered.stream().filter(Scored::hit).count();
        List<Band> bands = bands(ordered);
        return new Separation(
                ordered.size(),
                hits,
                auc(ordered, hits),
                bands.get(bands.size() - 1).rate(),
                bands);
    }

    /** The band of each row, from 1: that in which {@link #of} counts it. */
    public static List<Integer> places(List<Scored> scored) {
        Integer[] places = new Integer[scored.size()];
        List<Integer> order = order(scored);
        int count = Math.min(BANDS, scored.size());
        for (int band = 0; band < count; band++) {
            for (int at : order.subList(start(band, scored), start(band + 1, scored))) {
                places[at] = band + 1;
            }
        }
        return List.of(places);
    }

    /** Where the rows are that come in this order by probability, ascending. */
    private static List<Integer> order(List<Scored> scored) {
        return IntStream.range(0, scored.size())
                .boxed()
                .sorted(Comparator.comparingDouble(at -> scored.get(at).probability()))
                .toList();
    }

    private static int start(int band, List<Scored> scored) {
        return (int) ((long) scored.size() * band / Math.min(BANDS, scored.size()));
    }

    /** How many times better than by chance the best tenth is. */
    public double topLift() {
        return topRate * rows / hits;
    }

    private static double auc(List<Scored> ordered, long hits) {
        double ranks = 0;
        int start = 0;
        while (start < ordered.size()) {
            int end = start;
            int tiedHits = 0;
            while (end < ordered.size()
                    && ordered.get(end).probability() == ordered.get(start).probability()) {
                tiedHits += ordered.get(end++).hit() ? 1 : 0;
            }
            ranks += tiedHits * (start + end + 1) / 2.0;
            start = end;
        }
        double misses = ordered.size() - hits;
        return (ranks - hits * (hits + 1) / 2.0) / (hits * misses);
    }

    private static List<Band> bands(List<Scored> ordered) {
        List<Band> bands = new ArrayList<>();
        int count = Math.min(BANDS, ordered.size());
        for (int band = 0; band < count; band++) {
            List<Scored> own = ordered.subList(start(band, ordered), start(band + 1, ordered));
            double sum = own.stream().mapToDouble(Scored::probability).sum();
            double hits = own.stream().filter(Scored::hit).count();
            bands.add(new Band(own.size(), sum / own.size(), hits / own.size()));
        }
        return List.copyOf(bands);
    }
}
