package org.vinculo.crm.value.internal.clv;

import org.hipparchus.special.Gamma;

/** How many repeat purchases a new customer makes: the distribution behind the expectation. */
public final class PurchaseCounts {

    private PurchaseCounts() {}

    /**
     * The chance of exactly so many repeat purchases in the first weeks, equation (8) of Fader, Hardie and Lee (2005).
     *
     * @param weeks 0 or more
     * @return 0 to 1; sums to 1 over all counts
     */
    public static double probability(BgNbd model, int purchases, double weeks) {
        double hit = Math.log(weeks / (model.alpha() + weeks));
        double rest = model.r() * -Math.log1p(weeks / model.alpha());
        double alive = Math.exp(logBetaRatio(model, 0, purchases)
                + logRising(model.r(), purchases)
                + rest
                + (purchases == 0 ? 0 : purchases * hit));
        if (purchases == 0) {
            return alive;
        }
        double fewer = 0;
        for (int j = 0; j < purchases; j++) {
            fewer += Math.exp(logRising(model.r(), j) + rest + (j == 0 ? 0 : j * hit));
        }
        return alive + Math.exp(logBetaRatio(model, 1, purchases - 1)) * Math.max(1 - fewer, 0);
    }

    /** Logarithm of B(a + left, b + stayed) / B(a, b). */
    private static double logBetaRatio(BgNbd model, int left, int stayed) {
        return logBeta(model.a() + left, model.b() + stayed) - logBeta(model.a(), model.b());
    }

    private static double logBeta(double one, double other) {
        return Gamma.logGamma(one) + Gamma.logGamma(other) - Gamma.logGamma(one + other);
    }

    /** Logarithm of Gamma(r + n) / (Gamma(r) n!). */
    private static double logRising(double r, int n) {
        return Gamma.logGamma(r + n) - Gamma.logGamma(r) - Gamma.logGamma(n + 1.0);
    }
}
