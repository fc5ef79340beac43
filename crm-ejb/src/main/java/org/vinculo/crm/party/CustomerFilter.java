package org.vinculo.crm.party;

import java.util.List;
import org.vinculo.crm.shared.SqlText;

/** Something that another room knows of customers, by which the list of customers can be narrowed. */
public interface CustomerFilter {

    /** Name of the filter in the address and in the API; unique. */
    String name();

    int order();

    /** What the filter is about. */
    Phrase title();

    /** The values that are offered, in their order. */
    List<String> values();

    /** Whether the caller may narrow by the value, which need not be among those that are offered. */
    default boolean accepts(String value) {
        return values().contains(value);
    }

    /** A value in words. */
    Phrase text(String value);

    /** Whether the caller may narrow by it; otherwise it is not offered, and refused. */
    boolean permitted();

    /** A condition over the customer {@code c}. */
    SqlText condition(String value);
}
