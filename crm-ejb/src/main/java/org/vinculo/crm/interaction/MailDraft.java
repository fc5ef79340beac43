package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.party.ContactLights;
import org.vinculo.crm.party.CustomerRef;

/**
 * What somebody needs to know before writing to a customer.
 *
 * @param addresses where the customer reads mail, the first choice first; empty: there is none
 * @param purposes what one can write for
 * @param answered the conversation that it answers, or null
 */
public record MailDraft(
        CustomerRef customer,
        MailForm form,
        List<Address> addresses,
        List<ContactLights.Purpose> purposes,
        InteractionView answered)
        implements Serializable {

    public MailDraft {
        addresses = List.copyOf(addresses);
        purposes = List.copyOf(purposes);
    }

    /** Where to write to. */
    public record Address(String publicId, String address, boolean verified) implements Serializable {}
}
