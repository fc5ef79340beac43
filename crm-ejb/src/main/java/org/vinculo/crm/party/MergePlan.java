package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/**
 * Two records as they would become one.
 *
 * @param survivor the one that stays
 * @param merged the one that becomes a part of it
 * @param fields what differs first
 * @param moves what moves, and how many; only what there is
 */
public record MergePlan(CustomerDetails survivor, CustomerDetails merged, List<MergeField> fields, List<Moves> moves)
        implements Serializable {

    /** Rows of one sort. */
    public record Moves(String table, long rows) implements Serializable {}
}
