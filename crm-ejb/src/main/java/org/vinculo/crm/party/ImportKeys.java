package org.vinculo.crm.party;

import java.util.List;

/**
 * By what a customer from outside may be known here; what is not known is null or empty.
 *
 * @param taxId in any spelling
 * @param emails in any spelling
 * @param phones in E.164
 */
public record ImportKeys(String externalId, String taxId, List<String> emails, List<String> phones) {

    public ImportKeys {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
    }
}
