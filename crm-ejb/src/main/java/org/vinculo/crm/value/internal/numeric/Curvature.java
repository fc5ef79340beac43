package org.vinculo.crm.value.internal.numeric;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** The observed information, minus the second derivative of a log-likelihood, taken apart into its axes. */
final class Curvature {

    private static final double STEP = 1e-4;
    private static final double FLATTEST = 1e-9;

    private final EigenDecompositionSymmetric axes;

    private Curvature(EigenDecompositionSymmetric axes) {
        this.axes = axes;
    }

    /** By central differences of the gradient; null where the function is not finite around the point. */
    static Curvature at(LogLikelihood function, double[] point) {
        int size = point.length;
        double[][] second = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] moved = point.clone();
            moved[i] = point[i] + STEP;
            double[] above = function.gradient(moved);
            moved[i] = point[i] - STEP;
            double[] below = function.gradient(moved);
            second[i] = new double[size];
            for (int j = 0; j < size; j++) {
                second[i][j] = -(above[j] - below[j]) / (2 * STEP);
                if (!Double.isFinite(second[i][j])) {
                    return null;
                }
            }
        }
        RealMatrix matrix = new Array2DRowRealMatrix(second, false);
        RealMatrix symmetric = matrix.add(matrix.transpose()).scalarMultiply(0.5);
        return new Curvature(new EigenDecompositionSymmetric(symmetric));
    }

    /** Newton's step, uphill also where the function is not concave (absolute curvature, as in Greenstadt 1967). */
    double[] uphill(double[] gradient) {
        double floor = Math.max(Math.abs(axes.getEigenvalue(0)), 1) * FLATTEST;
        double[] step = new double[gradient.length];
        for (int axis = 0; axis < gradient.length; axis++) {
            RealVector direction = axes.getEigenvector(axis);
            double along = 0;
            for (int i = 0; i < gradient.length; i++) {
                along += direction.getEntry(i) * gradient[i];
            }
            double length = along / Math.max(Math.abs(axes.getEigenvalue(axis)), floor);
            for (int i = 0; i < gradient.length; i++) {
                step[i] += length * direction.getEntry(i);
            }
        }
        return step;
    }

    boolean isPositive() {
        double[] values = axes.getEigenvalues();
        return values[values.length - 1] > FLATTEST * Math.max(Math.abs(values[0]), 1);
    }

    /** Standard errors of the logarithms, or not a number where the information is singular. */
    double[] standardErrors() {
        int size = axes.getEigenvalues().length;
        double[] errors = new double[size];
        for (int i = 0; i < size; i++) {
            double variance = 0;
            for (int axis = 0; axis < size; axis++) {
                double part = axes.getEigenvector(axis).getEntry(i);
                variance += part * part / axes.getEigenvalue(axis);
            }
            errors[i] = isPositive() ? Math.sqrt(variance) : Double.NaN;
        }
        return errors;
    }
}
