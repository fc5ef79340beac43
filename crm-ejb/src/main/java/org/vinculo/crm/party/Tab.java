package org.vinculo.crm.party;

import java.io.Serializable;

/**
 * A tab of the 360 page. Only the open tab is built: its page fragment gets the customer as {@code customer} ({@link
 * CustomerRef}).
 *
 * @param id value of the {@code tab} parameter in the address
 * @param count number beside the label, or null
 * @param page path of the fragment in the back office, or null when the caller lacks the permission to see it
 */
public record Tab(String id, Phrase label, Long count, String page) implements Serializable {

    public boolean denied() {
        return page == null;
    }
}
