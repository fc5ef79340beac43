package org.vinculo.crm.value.internal.numeric;

import java.util.List;

/**
 * Where a likelihood is greatest.
 *
 * @param parameters in their natural scale, all positive
 * @param standardErrors in the same scale, from the inverse of the observed information; not a number where that is singular
 * @param logLikelihood at the parameters
 */
public record Maximum(
        List<Double> parameters, List<Double> standardErrors, double logLikelihood, FitState state, int iterations) {

    public double parameter(int index) {
        return parameters.get(index);
    }
}
