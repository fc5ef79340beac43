package org.vinculo.crm.party;

import java.util.List;

/**
 * What can be done about an entry of a customer's story, for example about a conversation. Rooms that have something to
 * offer implement it as a bean; whoever shows entries offers what they answer.
 */
public interface EntryActions {

    /**
     * Links whose page gets the customer's public id as {@code customer} and the entry's as {@code source}.
     *
     * @param entry an entry with a public id
     */
    List<CustomerAction> actions(TimelineEntry entry);
}
