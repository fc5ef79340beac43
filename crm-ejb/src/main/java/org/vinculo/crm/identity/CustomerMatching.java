package org.vinculo.crm.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What accounts need to know about customers; implemented by the room that owns them. */
public interface CustomerMatching {

    /**
     * A customer as accounts see it.
     *
     * @param id internal id
     * @param publicId id for links
     * @param name name to show
     * @param organisation whether it is an organisation, where not everybody may do everything
     */
    record Candidate(long id, String publicId, String name, boolean organisation) {}

    /** Customers, two at most, that have the address; the caller has proved that the address is theirs. */
    List<Candidate> withVerifiedEmail(String email);

    /** A new prospect for somebody who registered and is nobody we know for certain. */
    Candidate createProspect(String name, String email, Locale locale);

    /** The customer, if the present caller may do this with it. */
    Optional<Candidate> find(long customerId, Permission permission);

    /** Name of a customer for a signed-in member, without a check of staff permissions. */
    Optional<Candidate> find(long customerId);

    /** Names of several customers by their ids, as {@link #find(long)}; who is gone is left out. */
    Map<Long, Candidate> find(Collection<Long> customerIds);

    /** Somebody proved that an address of this customer is theirs. */
    void emailVerified(long customerId, String email);
}
