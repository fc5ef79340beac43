package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/**
 * What was found of one kind.
 *
 * @param close whether nothing is written as was typed, and these come close
 * @param more whether there are more of them
 */
public record SearchGroup(String kind, Phrase title, String icon, List<SearchHit> hits, boolean close, boolean more)
        implements Serializable {

    public SearchGroup {
        hits = List.copyOf(hits);
    }
}
