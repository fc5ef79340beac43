package org.vinculo.crm.value.internal.clv;

import org.hipparchus.special.Gamma;
import org.vinculo.crm.value.internal.numeric.Logistic;

/**
 * Repeat purchases of a customer who may leave at any moment: the Pareto/NBD model (Schmittlein, Morrison and Colombo 1987),
 * with the likelihood of Fader and Hardie, A Note on Deriving the Pareto/NBD Model (2005).
 *
 * @param r shape of the purchase rates, positive
 * @param alpha scale of the purchase rates in weeks, positive
 * @param s shape of the rates of leaving, positive
 * @param beta scale of the rates of leaving in weeks, positive
 */
public record ParetoNbd(double r, double alpha, double s, double beta) {

    private static final int MOST_STEPS = 200_000;
    private static final double ROUNDING = 4e-16;

    /** @throws IllegalArgumentException unless all four are positive and finite */
    public ParetoNbd {
        if (!(Math.min(Math.min(r, alpha), Math.min(s, beta)) > 0) || !Double.isFinite(r + alpha + s + beta)) {
            throw new IllegalArgumentException("Pareto/NBD needs positive parameters");
        }
    }

    public double logLikelihood(int repeats, double lastRepeat, double age) {
        double alive = -(r + repeats) * Math.log(alpha + age) - s * Math.log(beta + age);
        double left = logLeft(repeats, lastRepeat, age);
        return Gamma.logGamma(r + repeats)
                - Gamma.logGamma(r)
                + r * Math.log(alpha)
                + s * Math.log(beta)
                + alive
                + Logistic.softPlus(left - alive);
    }

    /** The chance that the customer has not left at the end of the observation, 0 to 1. */
    public double alive(int repeats, double lastRepeat, double age) {
        double alive = -(r + repeats) * Math.log(alpha + age) - s * Math.log(beta + age);
        return Logistic.chance(alive - logLeft(repeats, lastRepeat, age));
    }

    /** Purchases expected in the weeks after the observation, 0 or more. @param weeks 0 or more */
    public double expectedPurchases(int repeats, double lastRepeat, double age, double weeks) {
        double w = s - 1;
        double logShrink = -Math.log1p(weeks / (beta + age));
        double lifetime = (beta + age) * (w == 0 ? -logShrink : -Math.expm1(w * logShrink) / w);
        return alive(repeats, lastRepeat, age) * (r + repeats) / (alpha + age) * lifetime;
    }

    /** Logarithm of the weight of having left between the last purchase and the end, minus infinity when they coincide. */
    private double logLeft(int repeats, double lastRepeat, double age) {
        double atLast = logTerm(repeats, lastRepeat);
        double atEnd = logTerm(repeats, age);
        double ratio = Math.exp(Math.min(atEnd - atLast, 0));
        return Math.log(s / (r + s + repeats)) + atLast + Math.log1p(-ratio);
    }

    /**
     * Logarithm of {@code F(n, k; n+1; z) / (larger + time)^n}, {@code n = r+s+x}. By Euler's transformation the function is
     * {@code (1-z)^(1-k) F(1, n+1-k; n+1; z)}, which a continued fraction gives.
     */
    private double logTerm(int repeats, double time) {
        double n = r + s + repeats;
        double larger = Math.max(alpha, beta) + time;
        double smaller = Math.min(alpha, beta) + time;
        double k = alpha >= beta ? s + 1 : r + repeats;
        double z = (larger - smaller) / larger;
        return (1 - k) * Math.log(smaller / larger) + Math.log(fraction(n + 1 - k, n + 1, z)) - n * Math.log(larger);
    }

    /**
     * {@code F(1, b; c; z)} by the continued fraction of Gauss (1813), evaluated as by
     * Lentz, in about {@code 10 / sqrt(1-z)} steps where the series takes {@code 40 / (1-z)}.
     */
    static double fraction(double b, double c, double z) {
        double tiny = 1e-300;
        double value = 1;
        double numerator = 1;
        double denominator = 0;
        for (int i = 1; i < MOST_STEPS; i++) {
            int n = i / 2;
            double share = i % 2 != 0
                    ? (b + n) * (c - 1 + n) / ((c + 2 * n - 1) * (c + 2 * n))
                    : n * (c - 1 - b + n) / ((c + 2 * n - 2) * (c + 2 * n - 1));
            double part = -share * z;
            denominator = 1 + part * denominator;
            denominator = 1 / (denominator == 0 ? tiny : denominator);
            numerator = 1 + part / numerator;
            numerator = numerator == 0 ? tiny : numerator;
            double factor = numerator * denominator;
            value *= factor;
            if (Math.abs(factor - 1) < ROUNDING) {
                break;
            }
        }
        return 1 / value;
    }
}
