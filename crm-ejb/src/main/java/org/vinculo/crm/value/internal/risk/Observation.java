package org.vinculo.crm.value.internal.risk;

import java.util.Map;

/**
 * What is known of one customer or lead. A feature that is missing is left out.
 *
 * @param numbers by feature, finite
 * @param categories by feature, not blank
 */
public record Observation(Map<String, Double> numbers, Map<String, String> categories) {

    public Observation {
        numbers = Map.copyOf(numbers);
        categories = Map.copyOf(categories);
    }
}
