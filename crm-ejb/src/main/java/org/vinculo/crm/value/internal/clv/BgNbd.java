package org.vinculo.crm.value.internal.clv;

import org.hipparchus.special.Gamma;
import org.vinculo.crm.value.internal.numeric.Logistic;

/**
 * Repeat purchases of a customer who buys at a steady rate of their own and may leave for good after any purchase: the
 * BG/NBD model (Fader, Hardie and Lee 2005).
 *
 * <p>Rates are gamma distributed over customers (shape r, rate alpha in weeks), the chance to leave after a purchase is beta
 * distributed (a, b). Somebody without a repeat purchase is alive by the terms of the model: it says nothing about them.
 *
 * @param r shape of the purchase rates, positive
 * @param alpha scale of the purchase rates in weeks, positive
 * @param a first shape of the chance to leave, positive
 * @param b second shape of the chance to leave, positive
 */
public record BgNbd(double r, double alpha, double a, double b) {

    /** @throws IllegalArgumentException unless all four are positive and finite */
    public BgNbd {
        if (!(Math.min(Math.min(r, alpha), Math.min(a, b)) > 0) || !Double.isFinite(r + alpha + a + b)) {
            throw new IllegalArgumentException("BG/NBD needs positive parameters");
        }
    }

    /** Equation (6) of the paper in logarithms; finite for every history. */
    public double logLikelihood(int repeats, double lastRepeat, double age) {
        double rate = Gamma.logGamma(r + repeats) - Gamma.logGamma(r) + r * Math.log(alpha);
        double stay = Gamma.logGamma(b + repeats)
                - Gamma.logGamma(b)
                - (Gamma.logGamma(a + b + repeats) - Gamma.logGamma(a + b));
        double alive = -(r + repeats) * Math.log(alpha + age);
        return rate + stay + alive + Logistic.softPlus(logOddsOfLeft(repeats, lastRepeat, age));
    }

    /**
     * The chance that the customer has not left at the end of the observation, 0 to 1 (Fader, Hardie and Lee, Computing
     * P(alive) Using the BG/NBD Model, 2008).
     */
    public double alive(int repeats, double lastRepeat, double age) {
        return Logistic.chance(-logOddsOfLeft(repeats, lastRepeat, age));
    }

    /**
     * Purchases expected in the weeks after the observation, equation (10) of the paper.
     *
     * @param weeks 0 or more
     * @return 0 or more, grows with the weeks
     */
    public double expectedPurchases(int repeats, double lastRepeat, double age, double weeks) {
        return expectedIfAlive(repeats, age, weeks) * alive(repeats, lastRepeat, age);
    }

    /** Repeat purchases expected of a new customer in the first weeks, equation (9) of the paper. */
    public double expectedOfNew(double weeks) {
        return expectedIfAlive(0, 0, weeks);
    }

    /** Purchases expected of somebody who is alive; it does not depend on when the last one was. */
    double expectedIfAlive(int repeats, double age, double weeks) {
        return new FutureRepeats(this, repeats, age).within(weeks);
    }

    /** Of having left against being alive; minus infinity without repeats. */
    private double logOddsOfLeft(int repeats, double lastRepeat, double age) {
        if (repeats == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double silence = (r + repeats) * Math.log1p((age - lastRepeat) / (alpha + lastRepeat));
        return Math.log(a) - Math.log(b + repeats - 1) + silence;
    }
}
