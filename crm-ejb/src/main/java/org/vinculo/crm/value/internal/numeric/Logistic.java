package org.vinculo.crm.value.internal.numeric;

/** The logistic function and its integral, without overflow at either end. */
public final class Logistic {

    private Logistic() {}

    /** The chance that has these log-odds, 0 to 1. */
    public static double chance(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** {@code ln(1 + e^x)}: the log of a sum of two weights whose ratio has the logarithm x. */
    public static double softPlus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }
}
