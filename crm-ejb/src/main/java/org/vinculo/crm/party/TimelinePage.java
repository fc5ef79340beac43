package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/**
 * Some entries of a timeline, newest first.
 *
 * @param next where to go on, or null at the end
 */
public record TimelinePage(List<TimelineEntry> entries, String next) implements Serializable {

    public TimelinePage {
        entries = List.copyOf(entries);
    }
}
