package org.vinculo.crm.value.internal.clv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How long contracts or relationships last, from those that ended and those that still run: the product-limit estimate (Kaplan and Meier,
 * Nonparametric Estimation from Incomplete Observations, JASA 53, 1958) with the standard errors of Greenwood (1926).
 *
 * @param steps ascending in time, one for each time at which something ended
 */
public record SurvivalCurve(List<Step> steps) {

    private static final double NORMAL_975 = 1.959963984540054;
    private static final Step BEGINNING = new Step(0, 0, 0, 1, 0);

    /**
     * @param time in the unit of the durations
     * @param atRisk contracts that lasted at least so long
     * @param ended contracts that ended then
     * @param survival share that outlives the time, 0 to 1
     * @param standardError of the survival; 0 where nothing survives
     */
    public record Step(double time, long atRisk, long ended, double survival, double standardError) {

        /** Lower bound of the 95 % interval by the log-log transformation, within 0 to 1. */
        public double lower() {
            return bound(NORMAL_975);
        }

        public double upper() {
            return bound(-NORMAL_975);
        }

        private double bound(double z) {
            if (survival <= 0 || survival >= 1) {
                return survival;
            }
            double error = standardError / (survival * -Math.log(survival));
            return Math.pow(survival, Math.exp(z * error));
        }
    }

    /** Collects durations in any order; memory by distinct duration. */
    public static final class Durations {

        private final Map<Double, long[]> byTime = new TreeMap<>();
        private long size;

        /**
         * @param duration 0 or more
         * @param ended whether the contract ended then; otherwise it was still running when last seen
         */
        public Durations add(double duration, boolean ended) {
            return add(duration, ended, 1);
        }

        /** As many at once as lasted equally long. */
        public Durations add(double duration, boolean ended, long many) {
            byTime.computeIfAbsent(duration, time -> new long[2])[ended ? 0 : 1] += many;
            size += many;
            return this;
        }

        public SurvivalCurve curve() {
            List<Step> steps = new ArrayList<>();
            long atRisk = size;
            double survival = 1;
            double greenwood = 0;
            for (Map.Entry<Double, long[]> at : byTime.entrySet()) {
                long ended = at.getValue()[0];
                if (ended > 0) {
                    survival *= 1 - (double) ended / atRisk;
                    greenwood += (double) ended / atRisk / (atRisk - ended);
                    double error = survival > 0 ? survival * Math.sqrt(greenwood) : 0;
                    steps.add(new Step(at.getKey(), atRisk, ended, survival, error));
                }
                atRisk -= ended + at.getValue()[1];
            }
            return new SurvivalCurve(List.copyOf(steps));
        }
    }

    /** The share that outlives the time; past the last end it stays where it was. */
    public double survival(double time) {
        return at(time).survival();
    }

    /** The step that holds at the time; before the first end everything survives. */
    public Step at(double time) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (steps.get(middle).time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? BEGINNING : steps.get(low - 1);
    }

    /** The chance to outlive a further time for what has lasted so long; 0 where nothing lasted so long. */
    public double survivalAfter(double lasted, double further) {
        double reached = survival(lasted);
        return reached > 0 ? survival(lasted + further) / reached : 0;
    }

    /** The first time at which half or fewer survive; empty while more than half do. */
    public OptionalDouble median() {
        return steps.stream()
                .filter(step -> step.survival() <= 0.5 + 1e-12)
                .mapToDouble(Step::time)
                .findFirst();
    }

    /**
     * What a contract is worth from now on: {@code sum of margin x S(lasted + k) / S(lasted) / (1 + rate)^k}.
     *
     * @param marginPerMonth after cost to serve, in the currency of the base
     * @param lasted months; the durations of this curve have to be months too
     */
    public double value(double marginPerMonth, double lasted, Horizon horizon) {
        double months = 0;
        for (int month = 1; month <= horizon.months(); month++) {
            months += survivalAfter(lasted, month) * horizon.weight(month);
        }
        return marginPerMonth * months;
    }
}
