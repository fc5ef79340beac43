package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.party.CustomerAction;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.RelatedRecord;

/**
 * A conversation with everything around it.
 *
 * @param related the record it is about, or null
 * @param thread the other conversations of the thread, oldest first
 * @param correctedAt null while it is as it was written down
 * @param correctable whether the caller may put it right or delete it
 * @param loggable whether the caller may write down more about the customer
 * @param actions of other rooms
 * @param mail what only an e-mail has, or null
 */
public record InteractionDetails(
        InteractionView view,
        CustomerRef customer,
        RelatedRecord related,
        List<InteractionView> thread,
        Instant correctedAt,
        String correctedBy,
        boolean correctable,
        boolean loggable,
        List<CustomerAction> actions,
        MailContent mail)
        implements Serializable {

    public InteractionDetails {
        thread = List.copyOf(thread);
        actions = List.copyOf(actions);
    }

    /**
     * The mail behind a conversation.
     *
     * @param text the whole text, as plain text
     * @param cut whether the mail was longer than what is kept
     * @param failed why it could not be delivered, or null
     * @param refusedFiles names of files that came with it and were not taken, or null
     */
    public record MailContent(
            String from,
            String to,
            String subject,
            String text,
            boolean cut,
            Instant at,
            String failed,
            String refusedFiles)
            implements Serializable {}
}
