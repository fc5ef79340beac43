package org.vinculo.crm.value.internal.clv;

import org.hipparchus.special.Gamma;

/**
 * The value of a customer's purchases around a mean of their own: the Gamma-Gamma model (Fader and Hardie 2013).
 *
 * <p>Holds where value and number of purchases have little to do with each other, and for positive values only: what a
 * customer costs is taken off afterwards, or nobody could ever be below zero.
 *
 * @param p shape of the values of one customer, positive
 * @param q shape of the scale over customers, positive; the mean of all exists above 1
 * @param v scale over customers in the currency of the base, positive
 */
public record GammaGamma(double p, double q, double v) {

    /** @throws IllegalArgumentException unless all three are positive and finite */
    public GammaGamma {
        if (!(Math.min(p, Math.min(q, v)) > 0) || !Double.isFinite(p + q + v)) {
            throw new IllegalArgumentException("Gamma-Gamma needs positive parameters");
        }
    }

    /** Equation (1a) of the note, in logarithms. @param repeats 1 or more @param meanValue positive */
    public double logLikelihood(int repeats, double meanValue) {
        double shape = p * repeats;
        return Gamma.logGamma(shape + q)
                - Gamma.logGamma(shape)
                - Gamma.logGamma(q)
                + q * Math.log(v)
                + (shape - 1) * Math.log(meanValue)
                + shape * Math.log(repeats)
                - (shape + q) * Math.log(v + meanValue * repeats);
    }

    /**
     * Value expected of the customer's next purchase: their own mean drawn towards that of all, equation (5) of the note.
     *
     * @param repeats 0 or more; without repeats the mean of all
     * @return in the currency of the base; not a number when q is 1 or less and there is nothing else to go by
     */
    public double expectedValue(int repeats, double meanValue) {
        double own = p * repeats;
        double weight = own + q - 1;
        return weight > 0 ? p * (v + meanValue * repeats) / weight : Double.NaN;
    }

    /** Mean over all customers, {@code p v / (q - 1)}; not a number when q is 1 or less. */
    public double meanOfAll() {
        return expectedValue(0, 0);
    }
}
