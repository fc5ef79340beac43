package org.vinculo.crm.party;

import java.io.Serializable;

/**
 * A number in the strip of the 360 page.
 *
 * @param id fixed name, for tests and links
 * @param label what it is, of when, over what
 * @param value the number as a phrase
 * @param note what changed or qualifies it, or null
 * @param tone of the note
 * @param tab id of the tab with the rows behind it, or null
 * @param list address below the door of staff of the list with the rows behind it, to which {@code customer} is added, or
 *     null
 */
public record Figure(String id, Phrase label, Phrase value, Phrase note, Tone tone, String tab, String list)
        implements Serializable {

    /** One whose rows, if there are any, are on the customer's own page. */
    public Figure(String id, Phrase label, Phrase value, Phrase note, Tone tone, String tab) {
        this(id, label, value, note, tone, tab, null);
    }
}
