package org.vinculo.crm.value.internal.clv;

import java.util.Random;

/** How long the models take on bases of several sizes; run by hand, not a test. Argument: customers, default 23570. */
public final class FitBenchmark {

    private FitBenchmark() {}

    public static void main(String[] arguments) {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 23_570;
        for (int round = 0; round < 3; round++) {
            measure(customers, new Random(42 + round));
        }
    }

    private static void measure(int customers, Random dice) {
        RepeatTable repeats = new RepeatTable();
        ValueTable values = new ValueTable();
        RepeatSummary[] base = new RepeatSummary[customers];
        for (int i = 0; i < customers; i++) {
            base[i] = simulated(dice);
            repeats.add(base[i]);
            values.add(base[i]);
        }
        long start = System.nanoTime();
        Fitted<BgNbd> purchases = BgNbdFit.of(repeats);
        long fitted = System.nanoTime();
        Fitted<GammaGamma> spending = GammaGammaFit.of(values);
        long valued = System.nanoTime();
        FutureValue future = new FutureValue(purchases.model(), spending.model(), Horizon.usual());
        double sum = 0;
        for (RepeatSummary summary : base) {
            sum += future.of(summary, 1).net();
        }
        long scored = System.nanoTime();
        System.out.printf(
                "%d customers, %d distinct: BG/NBD %.3f s (%s, %d), Gamma-Gamma %.3f s (%s, %d), LTV %.3f s, sum %.0f%n",
                customers,
                repeats.size(),
                (fitted - start) / 1e9,
                purchases.fit().parameters(),
                purchases.fit().iterations(),
                (valued - fitted) / 1e9,
                spending.fit().parameters(),
                spending.fit().iterations(),
                (scored - valued) / 1e9,
                sum);
    }

    /** A history by the model itself, near the parameters of CDNOW, over up to three years in whole days. */
    private static RepeatSummary simulated(Random dice) {
        double rate = gamma(dice, 0.5) / 4.4;
        double first = gamma(dice, 0.8);
        double leave = first / (first + gamma(dice, 2.4));
        double age = dice.nextInt(1095) / 7.0;
        double last = 0;
        int repeats = 0;
        for (double at = next(dice, 0, rate); at <= age; at = next(dice, at, rate)) {
            last = at;
            repeats++;
            if (dice.nextDouble() < leave) {
                break;
            }
        }
        double mean = repeats == 0 ? 0 : gamma(dice, 6.25 * repeats) / repeats * 15.44 / gamma(dice, 3.74);
        return new RepeatSummary(repeats, last, age, mean);
    }

    private static double next(Random dice, double at, double rate) {
        double days = Math.ceil(-Math.log(1 - dice.nextDouble()) / rate * 7);
        return at + Math.max(days, 1) / 7;
    }

    /** Marsaglia and Tsang (2000). */
    private static double gamma(Random dice, double shape) {
        if (shape < 1) {
            return gamma(dice, shape + 1) * Math.pow(dice.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double normal = dice.nextGaussian();
            double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(1 - dice.nextDouble()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
