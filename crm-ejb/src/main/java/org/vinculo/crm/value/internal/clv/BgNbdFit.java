package org.vinculo.crm.value.internal.clv;

import org.hipparchus.special.Gamma;
import org.vinculo.crm.value.internal.numeric.LikelihoodSearch;
import org.vinculo.crm.value.internal.numeric.LogLikelihood;
import org.vinculo.crm.value.internal.numeric.Logistic;
import org.vinculo.crm.value.internal.numeric.Maximum;

/** BG/NBD by maximum likelihood, equation (7) of Fader, Hardie and Lee (2005). Parameters in the order r, alpha, a, b. */
public final class BgNbdFit implements LogLikelihood {

    private final Histories data;

    private BgNbdFit(RepeatTable table) {
        this.data = new Histories(table);
    }

    /** Never throws for a base that does not carry the model; the state of the fit says so. */
    public static Fitted<BgNbd> of(RepeatTable table) {
        double r = 0.5;
        Maximum fit = LikelihoodSearch.maximise(new BgNbdFit(table), r, r / table.weeklyRate(), 1, 3);
        return new Fitted<>(new BgNbd(fit.parameter(0), fit.parameter(1), fit.parameter(2), fit.parameter(3)), fit);
    }

    @Override
    public double at(double[] logs) {
        double r = Math.exp(logs[0]);
        double alpha = Math.exp(logs[1]);
        double a = Math.exp(logs[2]);
        double b = Math.exp(logs[3]);
        double sum = 0;
        for (int i = 0; i < data.counts.length; i++) {
            int x = data.counts[i];
            sum += data.customersOfCount[i]
                    * (Gamma.logGamma(r + x)
                            - Gamma.logGamma(r)
                            + r * logs[1]
                            + Gamma.logGamma(a + b)
                            - Gamma.logGamma(a + b + x)
                            + Gamma.logGamma(b + x)
                            - Gamma.logGamma(b));
        }
        double[] logOdds = logOdds(a, b);
        for (int i = 0; i < data.size(); i++) {
            int x = data.repeats[i];
            double logEnd = Math.log(alpha + data.age[i]);
            double term = -(r + x) * logEnd;
            if (x > 0) {
                double logLast = Math.log(alpha + data.lastRepeat[i]);
                term += Logistic.softPlus(logOdds[x] + (r + x) * (logEnd - logLast));
            }
            sum += data.customers[i] * term;
        }
        return sum;
    }

    @Override
    public double[] gradient(double[] logs) {
        double r = Math.exp(logs[0]);
        double alpha = Math.exp(logs[1]);
        double a = Math.exp(logs[2]);
        double b = Math.exp(logs[3]);
        double[] slope = slopeOfCounts(r, a, b, logs[1]);
        double[] logOdds = logOdds(a, b);
        for (int i = 0; i < data.size(); i++) {
            int x = data.repeats[i];
            int many = data.customers[i];
            double end = alpha + data.age[i];
            double logEnd = Math.log(end);
            slope[0] -= many * logEnd;
            slope[1] += many * (r / alpha - (r + x) / end);
            if (x > 0) {
                double last = alpha + data.lastRepeat[i];
                double silence = logEnd - Math.log(last);
                double left = many * Logistic.chance(logOdds[x] + (r + x) * silence);
                slope[0] += left * silence;
                slope[1] += left * (r + x) * (1 / end - 1 / last);
                slope[2] += left / a;
                slope[3] -= left / (b + x - 1);
            }
        }
        return new double[] {slope[0] * r, slope[1] * alpha, slope[2] * a, slope[3] * b};
    }

    private double[] slopeOfCounts(double r, double a, double b, double logAlpha) {
        double[] slope = new double[4];
        for (int i = 0; i < data.counts.length; i++) {
            int x = data.counts[i];
            int many = data.customersOfCount[i];
            double both = Gamma.digamma(a + b) - Gamma.digamma(a + b + x);
            slope[0] += many * (Gamma.digamma(r + x) - Gamma.digamma(r) + logAlpha);
            slope[2] += many * both;
            slope[3] += many * (both + Gamma.digamma(b + x) - Gamma.digamma(b));
        }
        return slope;
    }

    /** Logarithm of {@code a / (b + x - 1)} by number of repeats x; the odds of having left begin with it. */
    private double[] logOdds(double a, double b) {
        int most = data.counts.length == 0 ? 0 : data.counts[data.counts.length - 1];
        double[] logs = new double[most + 1];
        for (int x = 1; x <= most; x++) {
            logs[x] = Math.log(a / (b + x - 1));
        }
        return logs;
    }
}
