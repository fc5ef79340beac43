package org.vinculo.crm.value.internal.refresh;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What customers cost beside the goods they bought: channels, service, campaigns, bad debt. Asked by the refresh for a range
 * of customers at a time; without any source nothing is taken off.
 */
public interface CostSource {

    /**
     * The costs of the customers with ids above {@code after} up to {@code upTo}, in the currency of the figures; who is left
     * out cost nothing.
     *
     * @param asOf day of the figures, the last one that counts
     */
    Map<Long, Costs> of(long after, long upTo, LocalDate asOf, String currency);

    /**
     * @param lastYear all of the twelve months up to the day of the figures, 0 or more
     * @param perMonth what serving the customer takes in a usual month, 0 or more; taken off the lifetime value
     */
    record Costs(BigDecimal lastYear, double perMonth) {
        public static final Costs NONE = new Costs(BigDecimal.ZERO, 0);

        /** Of two sources together. */
        public Costs plus(Costs other) {
            return new Costs(lastYear.add(other.lastYear), perMonth + other.perMonth);
        }
    }
}
