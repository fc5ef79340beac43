package org.vinculo.crm.segment;

import java.io.Serializable;
import java.util.List;

/**
 * One question about a customer.
 *
 * @param values codes, text, numbers with a point or days in ISO form; money in the currency of the figures, shares of one
 * @param days how far back is looked, null for ever
 */
public record SegmentCondition(SegmentField field, SegmentOperator operator, List<String> values, Integer days)
        implements Serializable {

    public SegmentCondition {
        values = List.copyOf(values);
    }

    public static SegmentCondition of(SegmentField field, SegmentOperator operator, String... values) {
        return new SegmentCondition(field, operator, List.of(values), null);
    }

    public SegmentCondition within(int newDays) {
        return new SegmentCondition(field, operator, values, newDays);
    }
}
