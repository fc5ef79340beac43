package org.vinculo.crm.value.internal.clv;

import java.util.Arrays;

/** Repeats and mean values of the customers who have them: all that a fit of values reads. Twelve bytes per customer. */
public final class ValueTable {

    private int[] repeats = new int[1024];
    private double[] means = new double[1024];
    private int size;

    /** Takes a summary that has a value; others say nothing to this model and are left out. */
    public void add(RepeatSummary summary) {
        if (!summary.hasValue()) {
            return;
        }
        if (size == repeats.length) {
            repeats = Arrays.copyOf(repeats, size + size / 2);
            means = Arrays.copyOf(means, size + size / 2);
        }
        repeats[size] = summary.repeats();
        means[size++] = summary.meanValue();
    }

    public int customers() {
        return size;
    }

    /** Pearson's correlation of repeats and mean value, -1 to 1; 0 where one of them does not vary. */
    public double correlation() {
        double meanRepeats = 0;
        double meanValue = 0;
        double squaresRepeats = 0;
        double squaresValue = 0;
        double products = 0;
        for (int i = 0; i < size; i++) {
            double fromRepeats = repeats[i] - meanRepeats;
            double fromValue = means[i] - meanValue;
            meanRepeats += fromRepeats / (i + 1);
            meanValue += fromValue / (i + 1);
            squaresRepeats += fromRepeats * (repeats[i] - meanRepeats);
            squaresValue += fromValue * (means[i] - meanValue);
            products += fromRepeats * (means[i] - meanValue);
        }
        double scale = Math.sqrt(squaresRepeats * squaresValue);
        return scale > 0 ? products / scale : 0;
    }

    double meanValue() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += means[i];
        }
        return size == 0 ? 1 : sum / size;
    }

    int repeats(int row) {
        return repeats[row];
    }

    double mean(int row) {
        return means[row];
    }
}
