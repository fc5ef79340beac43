package org.vinculo.crm.value.internal.clv;

import java.util.Arrays;
import org.hipparchus.special.Gamma;
import org.vinculo.crm.value.internal.numeric.LikelihoodSearch;
import org.vinculo.crm.value.internal.numeric.LogLikelihood;
import org.vinculo.crm.value.internal.numeric.Maximum;

/** Gamma-Gamma by maximum likelihood (Fader and Hardie 2013). Parameters in the order p, q, v. */
public final class GammaGammaFit implements LogLikelihood {

    private final ValueTable table;

    /** Customers by number of repeats: what depends on the number alone is computed once for all of them. */
    private final int[] customersOfCount;

    private final double logMeans;
    private final double repeatLogs;

    private GammaGammaFit(ValueTable table) {
        this.table = table;
        int[] counts = new int[16];
        double means = 0;
        double weighted = 0;
        for (int i = 0; i < table.customers(); i++) {
            int x = table.repeats(i);
            counts = x < counts.length ? counts : Arrays.copyOf(counts, x + x / 2 + 1);
            counts[x]++;
            means += Math.log(table.mean(i));
            weighted += x * (Math.log(table.mean(i)) + Math.log(x));
        }
        this.customersOfCount = counts;
        this.logMeans = means;
        this.repeatLogs = weighted;
    }

    /** Never throws for values that do not carry the model; the state of the fit says so. */
    public static Fitted<GammaGamma> of(ValueTable table) {
        Maximum fit = LikelihoodSearch.maximise(new GammaGammaFit(table), 2, 4, 1.5 * table.meanValue());
        return new Fitted<>(new GammaGamma(fit.parameter(0), fit.parameter(1), fit.parameter(2)), fit);
    }

    @Override
    public double at(double[] logs) {
        double p = Math.exp(logs[0]);
        double q = Math.exp(logs[1]);
        double v = Math.exp(logs[2]);
        double sum = p * repeatLogs - logMeans + table.customers() * (q * logs[2] - Gamma.logGamma(q));
        for (int x = 1; x < customersOfCount.length; x++) {
            if (customersOfCount[x] > 0) {
                sum += customersOfCount[x] * (Gamma.logGamma(p * x + q) - Gamma.logGamma(p * x));
            }
        }
        for (int i = 0; i < table.customers(); i++) {
            int x = table.repeats(i);
            sum -= (p * x + q) * Math.log(v + table.mean(i) * x);
        }
        return sum;
    }

    @Override
    public double[] gradient(double[] logs) {
        double p = Math.exp(logs[0]);
        double q = Math.exp(logs[1]);
        double v = Math.exp(logs[2]);
        double byP = repeatLogs;
        double byQ = table.customers() * (logs[2] - Gamma.digamma(q));
        double byV = table.customers() * q / v;
        for (int x = 1; x < customersOfCount.length; x++) {
            if (customersOfCount[x] > 0) {
                double both = Gamma.digamma(p * x + q);
                byP += customersOfCount[x] * x * (both - Gamma.digamma(p * x));
                byQ += customersOfCount[x] * both;
            }
        }
        for (int i = 0; i < table.customers(); i++) {
            int x = table.repeats(i);
            double scale = v + table.mean(i) * x;
            double log = Math.log(scale);
            byP -= x * log;
            byQ -= log;
            byV -= (p * x + q) / scale;
        }
        return new double[] {byP * p, byQ * q, byV * v};
    }
}
