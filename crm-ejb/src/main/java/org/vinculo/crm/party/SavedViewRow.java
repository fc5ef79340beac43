package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/**
 * A list of customers that somebody keeps.
 *
 * @param query the list's address after the question mark
 * @param columns names of the columns; empty for those the person chose
 * @param mine whether it is the caller's own, which they may change
 * @param first whether the caller's list opens with it
 */
public record SavedViewRow(
        String publicId, String name, String query, List<String> columns, boolean shared, boolean mine, boolean first)
        implements Serializable {

    public SavedViewRow {
        columns = List.copyOf(columns);
    }
}
