package org.vinculo.crm.party;

import java.io.Serializable;

/**
 * A record of a room that others can point to.
 *
 * @param type of {@link RelatedRecords#type()}
 * @param label what people call it
 * @param outcome path of the page that shows it, of the back office or, for a customer, of the portal, which gets its public id as {@code id}
 */
public record RelatedRecord(String type, String publicId, Phrase label, String outcome) implements Serializable {

    /** Both parts of its name in one word. */
    public String key() {
        return type + ":" + publicId;
    }
}
