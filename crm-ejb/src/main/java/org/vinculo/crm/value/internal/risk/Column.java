package org.vinculo.crm.value.internal.risk;

/**
 * One column of the model, scaled to mean 0 and standard deviation 1.
 *
 * @param feature that it belongs to
 * @param level of a category, or null for the value of a number
 * @param mean over the training rows
 * @param deviation over the training rows, positive
 */
public record Column(String feature, String level, double mean, double deviation) {

    /** The scaled value; a missing number counts as the mean, which says nothing. */
    double of(Observation observation) {
        if (level == null) {
            Double value = observation.numbers().get(feature);
            return value == null ? 0 : (value - mean) / deviation;
        }
        double hit = level.equals(observation.categories().get(feature)) ? 1 : 0;
        return (hit - mean) / deviation;
    }
}
