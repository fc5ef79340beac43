package org.vinculo.crm.party;

import java.util.List;

/** Something that another room knows of customers, by which the list of customers can be narrowed. */
public interface CustomerFilter {

    /** Name of the filter in the address and in the API; unique. */
    String name();

    int order();

    /** What the filter is about. */
    Phrase title();

    /** The values that are offered, in their order; every other one is refused. */
    List<String> values();

    /** A value in words. */
    Phrase text(String value);

    /** Whether the caller may narrow by it; otherwise it is not offered, and refused. */
    boolean permitted();

    /**
     * The beginning of a condition over the customer {@code c}, constant text; the value and a closing bracket follow, as in
     * {@code exists (select 1 from t where t.customer_id = c.id and t.code = }.
     */
    String sql();
}
