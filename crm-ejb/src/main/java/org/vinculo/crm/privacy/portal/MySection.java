package org.vinculo.crm.privacy.portal;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * One kind of data that is known about the customer, in the customer's language.
 *
 * @param code fixed name
 * @param title what it is
 * @param purpose what it is kept for
 * @param computed whether the computer worked it out
 * @param total how many there are, of which {@code facts} are the first
 */
public record MySection(String code, String title, String purpose, boolean computed, long total, List<Fact> facts)
        implements Serializable {

    public MySection {
        facts = List.copyOf(facts);
    }

    /** How many are not shown. */
    public long more() {
        return total - facts.size();
    }

    /**
     * One of them.
     *
     * @param at when it was collected, or null
     * @param source who told or where it comes from, or null
     */
    public record Fact(List<Value> values, Instant at, String source) implements Serializable {

        public Fact {
            values = List.copyOf(values);
        }
    }

    /** A value with its name. */
    public record Value(String label, String text) implements Serializable {}
}
