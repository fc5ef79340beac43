package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.party.RelatedRecord;

/**
 * A message between a customer and the company, in the portal.
 *
 * @param fromCustomer whether the customer wrote it
 * @param by who wrote it
 * @param about the record it is about, as far as the reader sees it, or null
 * @param files what is attached
 */
public record MessageView(
        String publicId,
        boolean fromCustomer,
        String by,
        String text,
        Instant at,
        RelatedRecord about,
        List<AttachmentView> files)
        implements Serializable {

    public MessageView {
        files = List.copyOf(files);
    }
}
