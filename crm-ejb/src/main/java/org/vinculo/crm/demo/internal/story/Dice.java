package org.vinculo.crm.demo.internal.story;

import java.util.List;

/** Chance that falls the same way for the same seed, on every machine (SplitMix64). */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Another source that depends on this seed and the number alone, so that one customer's luck is not another's. */
    static Dice of(long seed, long number) {
        return new Dice(new Dice(seed + number * GOLDEN).next());
    }

    private long next() {
        state += GOLDEN;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Evenly in [0, 1). */
    double unit() {
        return (next() >>> 11) * UNIT;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Evenly, both ends included. */
    int between(int from, int to) {
        return from + (int) (unit() * (to - from + 1));
    }

    double between(double from, double to) {
        return from + unit() * (to - from);
    }

    /** Exponentially with the given mean: the wait for something that comes by itself. */
    double wait(double mean) {
        return -mean * Math.log(1 - unit());
    }

    <T> T pick(List<T> values) {
        return values.get(between(0, values.size() - 1));
    }

    /** One of the values with a chance in proportion to its weight. */
    <T extends Weighted> T draw(List<T> values) {
        double point = unit() * values.stream().mapToInt(Weighted::weight).sum();
        for (T value : values) {
            point -= value.weight();
            if (point < 0) {
                return value;
            }
        }
        return values.get(values.size() - 1);
    }

    /** Each {@code #} becomes a digit, each {@code ?} a capital letter that cannot be mistaken for a digit. */
    String fill(String pattern) {
        StringBuilder text = new StringBuilder(pattern.length());
        for (char c : pattern.toCharArray()) {
            switch (c) {
                case '#' -> text.append((char) ('0' + between(0, 9)));
                case '?' -> text.append("ABDEFGHJLNPQRSTUWXYZ".charAt(between(0, 19)));
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    /** Something that comes up as often as its weight says. */
    interface Weighted {
        int weight();
    }
}
