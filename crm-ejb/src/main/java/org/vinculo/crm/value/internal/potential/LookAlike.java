package org.vinculo.crm.value.internal.potential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vinculo.crm.value.internal.risk.Observation;

/**
 * How near somebody is to the most valuable customers, attribute by attribute. An attribute weighs as much as it tells the best
 * from all: a number by how many standard deviations apart their means are, a category by how far apart the shares of its
 * values are (total variation). Weights sum to 1 and are shown.
 *
 * @param attributes the heaviest first
 */
public record LookAlike(List<Attribute> attributes) {

    /**
     * @param weight 0 to 1
     * @param mean of the best, for a number
     * @param deviation over all, for a number
     * @param shares of the values among the best, for a category; empty for a number
     */
    public record Attribute(String name, double weight, double mean, double deviation, Map<String, Double> shares) {

        /** 0 for one like the best, 1 for one as far away as three standard deviations or a value that none of them has. */
        double distance(Observation observation) {
            if (shares.isEmpty()) {
                Double value = observation.numbers().get(name);
                return value == null ? 1 : Math.min(Math.abs(value - mean) / (3 * deviation), 1);
            }
            String value = observation.categories().getOrDefault(name, "");
            double most =
                    shares.values().stream().mapToDouble(share -> share).max().orElse(1);
            return 1 - shares.getOrDefault(value, 0.0) / most;
        }
    }

    /** @param part of the distance that the attribute makes up, 0 to its weight */
    public record Part(String attribute, double part) {}

    /** @throws IllegalArgumentException when there are no best or none at all */
    public static LookAlike of(List<Observation> best, List<Observation> all) {
        if (best.isEmpty() || all.isEmpty()) {
            throw new IllegalArgumentException("nobody to resemble");
        }
        List<Attribute> raw = new ArrayList<>();
        names(all, true).forEach(name -> addNumber(raw, name, best, all));
        names(all, false).forEach(name -> addCategory(raw, name, best, all));
        double sum = raw.stream().mapToDouble(Attribute::weight).sum();
        return new LookAlike(raw.stream()
                .filter(attribute -> attribute.weight() > 0)
                .map(each ->
                        new Attribute(each.name(), each.weight() / sum, each.mean(), each.deviation(), each.shares()))
                .sorted(Comparator.comparingDouble(Attribute::weight).reversed().thenComparing(Attribute::name))
                .toList());
    }

    /** 0 for one like the best to 1; what is missing counts as far away. */
    public double distance(Observation observation) {
        return parts(observation).stream().mapToDouble(Part::part).sum();
    }

    /** What the distance is made of, in the order of the weights. */
    public List<Part> parts(Observation observation) {
        return attributes.stream()
                .map(each -> new Part(each.name(), each.weight() * each.distance(observation)))
                .toList();
    }

    private static void addNumber(List<Attribute> raw, String name, List<Observation> best, List<Observation> all) {
        double[] ofAll = numbers(name, all);
        double[] ofBest = numbers(name, best);
        double deviation = Math.sqrt(variance(ofAll));
        if (ofBest.length > 0 && deviation > 0) {
            double apart = Math.abs(mean(ofBest) - mean(ofAll)) / deviation;
            raw.add(new Attribute(name, apart, mean(ofBest), deviation, Map.of()));
        }
    }

    private static void addCategory(List<Attribute> raw, String name, List<Observation> best, List<Observation> all) {
        Map<String, Double> ofBest = shares(name, best);
        Map<String, Double> ofAll = shares(name, all);
        double apart = ofAll.keySet().stream()
                .mapToDouble(value -> Math.abs(ofBest.getOrDefault(value, 0.0) - ofAll.get(value)) / 2)
                .sum();
        if (!ofBest.isEmpty()) {
            raw.add(new Attribute(name, apart, 0, 1, ofBest));
        }
    }

    private static Map<String, Double> shares(String name, List<Observation> rows) {
        Map<String, Double> shares = new TreeMap<>();
        rows.stream()
                .filter(row -> row.categories().containsKey(name))
                .collect(Collectors.groupingBy(row -> row.categories().get(name), Collectors.counting()))
                .forEach((value, count) -> shares.put(value, (double) count / rows.size()));
        return shares;
    }

    private static TreeSet<String> names(List<Observation> rows, boolean numbers) {
        TreeSet<String> names = new TreeSet<>();
        rows.forEach(row ->
                names.addAll(numbers ? row.numbers().keySet() : row.categories().keySet()));
        return names;
    }

    private static double[] numbers(String name, List<Observation> rows) {
        return rows.stream()
                .filter(row -> row.numbers().containsKey(name))
                .mapToDouble(row -> row.numbers().get(name))
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }
}
