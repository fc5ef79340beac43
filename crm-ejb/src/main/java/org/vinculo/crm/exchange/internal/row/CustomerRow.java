package org.vinculo.crm.exchange.internal.row;

import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.party.CustomerKind;

/**
 * One customer of a file; what the file does not say is null.
 *
 * @param name of an organisation, or of a person whose names are not apart
 * @param emails normal form, the first one is the main one
 * @param phones E.164
 * @param country ISO code
 * @param taxId comparable form
 * @param language tag of a language of the application
 * @param consent yes or no, or null
 */
public record CustomerRow(
        String externalId,
        CustomerKind kind,
        String name,
        String givenName,
        String familyName,
        List<String> emails,
        List<String> phones,
        String street,
        String city,
        String region,
        String postalCode,
        String country,
        LocalDate birthDate,
        String taxId,
        String language,
        String website,
        String social,
        String notes,
        Boolean consent,
        LocalDate consentDate) {

    public boolean hasAddress() {
        return street != null || city != null || region != null || postalCode != null;
    }
}
