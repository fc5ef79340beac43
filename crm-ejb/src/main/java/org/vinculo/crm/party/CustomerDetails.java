package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A customer with contact points, to look at.
 *
 * @param version goes up with every change of the customer or its contact points
 * @param taxId as people of its country write it
 * @param owner who looks after the customer, or null
 * @param address the main postal address in its parts, or null
 */
public record CustomerDetails(
        CustomerRef ref,
        long version,
        String givenName,
        String familyName,
        LocalDate birthDate,
        String taxId,
        String language,
        String city,
        String country,
        String owner,
        String ownerPublicId,
        String acquiredFrom,
        Channel acquiredVia,
        String notes,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        Instant deletedAt,
        String deletedBy,
        ContactForm address,
        List<ContactView> contacts)
        implements Serializable {

    public CustomerDetails {
        contacts = List.copyOf(contacts);
    }
}
