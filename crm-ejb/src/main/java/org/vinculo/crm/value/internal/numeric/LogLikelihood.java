package org.vinculo.crm.value.internal.numeric;

/** A log-likelihood as a function of the logarithms of its parameters, all of which are positive. */
@FunctionalInterface
public interface LogLikelihood {

    /** Not a number and minus infinity both mean that the point is impossible. */
    double at(double[] logParameters);

    /** The derivative by each logarithm; central differences unless the model knows better. */
    default double[] gradient(double[] logParameters) {
        double step = 1e-4;
        double[] point = logParameters.clone();
        double[] gradient = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = logParameters[i] + step;
            double above = at(point);
            point[i] = logParameters[i] - step;
            gradient[i] = (above - at(point)) / (2 * step);
            point[i] = logParameters[i];
        }
        return gradient;
    }
}
