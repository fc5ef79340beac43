package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.party.CustomerRef;

/**
 * A mail of which nobody knows whose it is.
 *
 * @param from address, or null where none could be read
 * @param suggested customers with that address, when there are several
 * @param files what came with it
 */
public record TriageMail(
        String publicId,
        String from,
        String fromName,
        String subject,
        String text,
        boolean cut,
        Instant at,
        MailState state,
        List<CustomerRef> suggested,
        List<AttachmentView> files)
        implements Serializable {

    public TriageMail {
        suggested = List.copyOf(suggested);
        files = List.copyOf(files);
    }

    /** How to call the sender. */
    public String sender() {
        return fromName != null ? fromName : from != null ? from : "?";
    }
}
