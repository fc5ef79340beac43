package org.vinculo.crm.demo.internal.bulk;

import java.util.Base64;
import java.util.SplittableRandom;

/** The same choices for the same seed, with the shapes that real data have. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double share() {
        return random.nextDouble();
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** A place in a list of that length; the first ones far more often than the last ones (Zipf's law). */
    int popular(int length) {
        return (int) Math.min(length - 1, Math.pow(length + 1.0, random.nextDouble()) - 1);
    }

    /** Exponentially distributed with this mean. */
    double waiting(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /** Twenty-two characters as public ids have them; not secret, since the seed tells them all. */
    String publicId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
