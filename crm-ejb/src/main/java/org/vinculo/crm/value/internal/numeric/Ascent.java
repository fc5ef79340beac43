package org.vinculo.crm.value.internal.numeric;

/** Newton's method uphill with a bounded and halved step; keeps the best point it has seen. */
final class Ascent {

    private static final int MOST_ITERATIONS = 100;
    private static final int MOST_HALVINGS = 40;
    private static final double LONGEST_STEP = 2;

    /** Share of the log-likelihood below which a promised rise drowns in rounding: the last step is taken on trust. */
    private static final double LAST_STEP = 1e-9;

    private final LogLikelihood function;
    private final double[] centre;
    private final double reach;
    private double[] best;
    private double value = Double.NEGATIVE_INFINITY;
    private int iterations;
    private boolean arrived;

    Ascent(LogLikelihood function, double[] centre, double reach) {
        this.function = function;
        this.centre = centre.clone();
        this.reach = reach;
        this.best = centre.clone();
    }

    /** @return whether the top was reached from this point */
    boolean climb(double[] start) {
        moveTo(start, function.at(start));
        arrived = false;
        for (int i = 0; i < MOST_ITERATIONS && !arrived; i++) {
            if (!step()) {
                return arrived;
            }
        }
        return arrived;
    }

    private boolean step() {
        iterations++;
        double[] gradient = function.gradient(best);
        Curvature curvature = Curvature.at(function, best);
        if (curvature == null) {
            return false;
        }
        double[] step = shortened(curvature.uphill(gradient));
        double promised = dot(inside(step), gradient);
        if (promised < LAST_STEP * Math.max(1, Math.abs(value))) {
            return finish(moved(step, 1));
        }
        double share = 1;
        for (int i = 0; i < MOST_HALVINGS; i++, share /= 2) {
            double[] tried = moved(step, share);
            double reached = function.at(tried);
            if (reached >= value + 1e-4 * share * promised) {
                moveTo(tried, reached);
                return true;
            }
        }
        return false;
    }

    private boolean finish(double[] top) {
        double reached = function.at(top);
        if (Double.isFinite(reached)) {
            best = top;
            value = reached;
        }
        arrived = true;
        return true;
    }

    private void moveTo(double[] point, double reached) {
        if (reached >= value || !Double.isFinite(value)) {
            best = point.clone();
            value = Double.isFinite(reached) ? reached : Double.NEGATIVE_INFINITY;
        }
    }

    private double[] moved(double[] step, double share) {
        double[] point = best.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.min(Math.max(best[i] + share * step[i], centre[i] - reach), centre[i] + reach);
        }
        return point;
    }

    /** What remains of the step within reach. */
    private double[] inside(double[] step) {
        double[] inside = moved(step, 1);
        for (int i = 0; i < inside.length; i++) {
            inside[i] -= best[i];
        }
        return inside;
    }

    private static double[] shortened(double[] step) {
        double length = Math.sqrt(dot(step, step));
        if (length > LONGEST_STEP) {
            for (int i = 0; i < step.length; i++) {
                step[i] *= LONGEST_STEP / length;
            }
        }
        return step;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    double[] best() {
        return best.clone();
    }

    double value() {
        return value;
    }

    int iterations() {
        return iterations;
    }

    boolean arrived() {
        return arrived;
    }
}
