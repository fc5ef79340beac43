package org.vinculo.crm.backoffice.home;

import java.util.List;

/**
 * A card of the home page.
 *
 * @param titleKey key of its heading
 * @param aside whether it stands in the narrow column: state, not work
 * @param more address of the page with all of it, below the context, or null
 * @param rows what to do or to know, most urgent first
 */
public record HomeCard(String titleKey, boolean aside, String more, List<HomeRow> rows) {

    public HomeCard {
        rows = List.copyOf(rows);
    }
}
