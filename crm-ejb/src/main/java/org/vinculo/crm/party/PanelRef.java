package org.vinculo.crm.party;

import java.io.Serializable;

/**
 * A panel beside the timeline.
 *
 * @param id fixed name
 * @param title heading
 * @param page path of the fragment in the back office (it gets {@code customer}), or null when the caller lacks the
 *     permission: the page then says so instead of hiding the panel
 */
public record PanelRef(String id, Phrase title, String page) implements Serializable {

    public boolean denied() {
        return page == null;
    }
}
