package org.vinculo.crm.value.internal.numeric;

/** Sample quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996). */
public final class Quantiles {

    private Quantiles() {}

    /**
     * The quantile {@code part / parts}, for example 1 of 5 for 20 %.
     *
     * @param sorted ascending, not empty
     * @param part 0 to {@code parts}
     * @return a value between two neighbours; exactly their value when they are equal
     * @throws IllegalArgumentException when there are no values or the part is out of range
     */
    public static double ofSorted(double[] sorted, int part, int parts) {
        if (sorted.length == 0 || part < 0 || part > parts) {
            throw new IllegalArgumentException(
                    "no quantile " + part + "/" + parts + " of " + sorted.length + " values");
        }
        long position = (sorted.length - 1L) * part;
        int below = (int) (position / parts);
        if (position % parts == 0) {
            return sorted[below];
        }
        double share = (double) (position % parts) / parts;
        double step = sorted[below + 1] - sorted[below];
        return share < 0.5 ? sorted[below] + step * share : sorted[below + 1] - step * (1 - share);
    }
}
