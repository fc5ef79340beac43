package org.vinculo.crm.value.internal.risk;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposer;
import org.vinculo.crm.value.internal.numeric.Logistic;

/** Logistic regression by Newton's method, which is iteratively reweighted least squares (McCullagh and Nelder 1989). */
public final class RiskFit {

    private static final int MOST_ITERATIONS = 50;
    private static final double CLOSE_ENOUGH = 1e-12;

    private final double[][] rows;
    private final List<Boolean> outcomes;
    private final double ridge;

    private RiskFit(double[][] rows, List<Boolean> outcomes, double ridge) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.ridge = ridge;
    }

    /**
     * @param ridge penalty on half the sum of squared weights, above 0: it keeps the weights finite where an outcome is
     *     certain and shares them between columns that say the same; the intercept is not drawn to 0
     * @param fewest rows from which a category value counts
     * @throws IllegalArgumentException without rows, with lists of different length or without a penalty
     */
    public static RiskModel of(List<Observation> observations, List<Boolean> outcomes, double ridge, int fewest) {
        if (observations.size() != outcomes.size() || !(ridge > 0)) {
            throw new IllegalArgumentException("rows " + observations.size() + ", outcomes " + outcomes.size());
        }
        FeatureSpace space = FeatureSpace.of(observations, fewest);
        double[][] rows = observations.stream().map(space::scaled).toArray(double[][]::new);
        double[] solution =
                new RiskFit(rows, outcomes, ridge).solve(space.columns().size());
        return new RiskModel(
                space, solution[0], Arrays.stream(solution).skip(1).boxed().toList());
    }

    private double[] solve(int columns) {
        double[] solution = new double[columns + 1];
        solution[0] = startingLogOdds();
        double reached = penalised(solution);
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double[] better = uphill(solution, step(solution), reached);
            double value = penalised(better);
            boolean arrived = value - reached < CLOSE_ENOUGH * Math.max(1, Math.abs(reached));
            solution = better;
            reached = value;
            if (arrived) {
                break;
            }
        }
        return solution;
    }

    /** The step, halved while it leads downhill: the first ones overshoot where an outcome is all but certain. */
    private double[] uphill(double[] from, double[] step, double reached) {
        for (double share = 1; share > 1e-6; share /= 2) {
            double[] tried = from.clone();
            for (int j = 0; j < tried.length; j++) {
                tried[j] += share * step[j];
            }
            if (penalised(tried) >= reached) {
                return tried;
            }
        }
        return from;
    }

    private double penalised(double[] solution) {
        double sum = 0;
        for (int j = 1; j < solution.length; j++) {
            sum -= ridge / 2 * solution[j] * solution[j];
        }
        for (int i = 0; i < rows.length; i++) {
            double logOdds = solution[0];
            for (int j = 1; j < solution.length; j++) {
                logOdds += rows[i][j - 1] * solution[j];
            }
            sum -= Logistic.softPlus(outcomes.get(i) ? -logOdds : logOdds);
        }
        return sum;
    }

    /** Half a row of each outcome is added, so that it is finite also where all are the same. */
    private double startingLogOdds() {
        double hits = outcomes.stream().filter(outcome -> outcome).count();
        return Math.log((hits + 0.5) / (outcomes.size() - hits + 0.5));
    }

    private double[] step(double[] solution) {
        int size = solution.length;
        double[][] information = new double[size][size];
        double[] gradient = new double[size];
        double[] row = new double[size];
        row[0] = 1;
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, row, 1, size - 1);
            addRow(row, outcomes.get(i), solution, information, gradient);
        }
        information[0][0] += 1e-9;
        for (int j = 1; j < size; j++) {
            information[j][j] += ridge;
            gradient[j] -= ridge * solution[j];
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                information[j][k] = information[k][j];
            }
        }
        return new CholeskyDecomposer(1e-10, 0)
                .decompose(new Array2DRowRealMatrix(information, false))
                .solve(new ArrayRealVector(gradient, false))
                .toArray();
    }

    private static void addRow(
            double[] row, boolean outcome, double[] solution, double[][] information, double[] gradient) {
        double logOdds = 0;
        for (int j = 0; j < row.length; j++) {
            logOdds += row[j] * solution[j];
        }
        double chance = Logistic.chance(logOdds);
        double weight = chance * (1 - chance);
        double miss = (outcome ? 1 : 0) - chance;
        for (int j = 0; j < row.length; j++) {
            gradient[j] += row[j] * miss;
            double weighted = weight * row[j];
            for (int k = j; k < row.length; k++) {
                information[j][k] += weighted * row[k];
            }
        }
    }
}
