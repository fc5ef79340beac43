package org.vinculo.crm.party;

import java.util.List;

/**
 * Some customers of a list that is read to its end.
 *
 * @param next where to go on, or null at the end
 */
public record CustomerSlice(List<CustomerRow> items, String next) {

    public CustomerSlice {
        items = List.copyOf(items);
    }
}
