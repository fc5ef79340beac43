package org.vinculo.crm.value.internal.clv;

import org.vinculo.crm.value.internal.numeric.LikelihoodSearch;
import org.vinculo.crm.value.internal.numeric.LogLikelihood;
import org.vinculo.crm.value.internal.numeric.Maximum;

/**
 * Pareto/NBD by maximum likelihood. Parameters in the order r, alpha, s, beta. Slower than BG/NBD by two orders of magnitude:
 * a second opinion is asked for, not made for every refresh.
 */
public final class ParetoNbdFit {

    private ParetoNbdFit() {}

    /** Never throws for a base that does not carry the model; the state of the fit says so. */
    public static Fitted<ParetoNbd> of(RepeatTable table) {
        Histories data = new Histories(table);
        LogLikelihood likelihood = logs -> at(data, logs);
        double r = 0.5;
        Maximum fit = LikelihoodSearch.maximise(likelihood, r, r / table.weeklyRate(), 0.5, table.meanAge() / 2);
        return new Fitted<>(new ParetoNbd(fit.parameter(0), fit.parameter(1), fit.parameter(2), fit.parameter(3)), fit);
    }

    private static double at(Histories data, double[] logs) {
        ParetoNbd model = new ParetoNbd(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            sum += data.customers[i] * model.logLikelihood(data.repeats[i], data.lastRepeat[i], data.age[i]);
        }
        return sum;
    }
}
