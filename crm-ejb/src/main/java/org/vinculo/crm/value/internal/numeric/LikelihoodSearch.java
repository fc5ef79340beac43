package org.vinculo.crm.value.internal.numeric;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Maximum likelihood for a handful of positive parameters: Newton's method on their logarithms with step control, and the
 * simplex of Nelder and Mead (1965) to get it going again where it is stuck.
 */
public final class LikelihoodSearch {

    /** A parameter further than this factor from the start (e^12, about 160,000) is taken to run away. */
    private static final double REACH = 12;

    /** Standard error of a logarithm from which a parameter counts as hardly known. */
    private static final double HARDLY_KNOWN = 1.4;

    private LikelihoodSearch() {}

    /**
     * Never throws for data that do not decide the parameters: the state says so.
     *
     * @param start a guess of the parameters in their natural scale, all positive
     */
    public static Maximum maximise(LogLikelihood function, double... start) {
        double[] guess = Arrays.stream(start).map(Math::log).toArray();
        Ascent ascent = new Ascent(function, guess, REACH);
        if (!ascent.climb(guess)) {
            ascent.climb(simplex(function, ascent.best()));
        }
        return described(function, ascent, guess);
    }

    private static Maximum described(LogLikelihood function, Ascent ascent, double[] guess) {
        double[] point = ascent.best();
        Curvature curvature = Curvature.at(function, point);
        double[] errors = curvature == null ? filled(point.length) : curvature.standardErrors();
        boolean atEdge = IntStream.range(0, point.length).anyMatch(i -> Math.abs(point[i] - guess[i]) > REACH - 0.01);
        return new Maximum(
                Arrays.stream(point).map(Math::exp).boxed().toList(),
                IntStream.range(0, point.length)
                        .mapToObj(i -> errors[i] * Math.exp(point[i]))
                        .toList(),
                ascent.value(),
                state(ascent, curvature, errors, atEdge),
                ascent.iterations());
    }

    private static FitState state(Ascent ascent, Curvature curvature, double[] errors, boolean atEdge) {
        if (curvature == null || !Double.isFinite(ascent.value())) {
            return FitState.FAILED;
        }
        if (atEdge || !curvature.isPositive()) {
            return FitState.EDGE;
        }
        if (!ascent.arrived()) {
            return FitState.FAILED;
        }
        return Arrays.stream(errors).anyMatch(error -> error > HARDLY_KNOWN) ? FitState.FLAT : FitState.SOLID;
    }

    private static double[] simplex(LogLikelihood function, double[] start) {
        try {
            return new SimplexOptimizer(1e-12, 1e-8)
                    .optimize(
                            new MaxEval(2000),
                            new ObjectiveFunction(point -> finite(function.at(point))),
                            GoalType.MAXIMIZE,
                            new InitialGuess(start),
                            new NelderMeadSimplex(start.length, 0.5))
                    .getPoint();
        } catch (MathRuntimeException exhausted) {
            return start;
        }
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : -Double.MAX_VALUE;
    }

    private static double[] filled(int size) {
        double[] unknown = new double[size];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }
}
