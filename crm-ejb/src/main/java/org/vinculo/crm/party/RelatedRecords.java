package org.vinculo.crm.party;

import java.util.List;
import java.util.Optional;

/**
 * The records of a room that a conversation, a task or a file can be about: purchases, offers, cases. Called inside a
 * boundary that has checked the customer; whose own permission is missing gives nothing. A customer in the portal gets what
 * they may see of their own, with the pages of the portal.
 */
public interface RelatedRecords {

    /** Name of the kind in addresses and in the database; short, lower case, unique. */
    String type();

    /** The newest of a customer, to choose from. */
    List<RelatedRecord> recent(long customerId, int atMost);

    /** One of the customer's; empty when there is none or the caller may not see it. */
    Optional<RelatedRecord> find(long customerId, String publicId);
}
