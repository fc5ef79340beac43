package org.vinculo.crm.exchange.internal.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.exchange.internal.contact.ContactAddress;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;

/**
 * One customer of a file; what the file does not say is null.
 *
 * @param crmId our own id of a customer that this file came from, or null
 * @param name of an organisation, or of a person whose names are not apart
 * @param emails normal form, the first one is the main one
 * @param phones E.164; in files of contacts whatever was written there
 * @param country ISO code
 * @param taxId comparable form
 * @param language tag of a language of the application
 * @param acquiredVia channel of the first contact
 * @param acquiredFrom where the customer heard of the company
 * @param consent yes or no, or null
 * @param custom what fields of administrators get, by their code, as text that no language changes
 */
public record CustomerRow(
        String crmId,
        String externalId,
        CustomerKind kind,
        CustomerStage stage,
        String name,
        String givenName,
        String familyName,
        List<String> emails,
        List<String> phones,
        String street,
        String addressExtra,
        String district,
        String city,
        String region,
        String postalCode,
        String country,
        LocalDate addressValidFrom,
        LocalDate addressValidTo,
        List<ContactAddress> otherAddresses,
        LocalDate birthDate,
        String taxId,
        String language,
        List<String> websites,
        List<String> socials,
        Channel acquiredVia,
        String acquiredFrom,
        String notes,
        Boolean consent,
        LocalDate consentDate,
        Map<String, String> custom) {

    public boolean hasAddress() {
        return street != null
                || addressExtra != null
                || district != null
                || city != null
                || region != null
                || postalCode != null;
    }
}
