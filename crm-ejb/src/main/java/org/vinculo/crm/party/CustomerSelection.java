package org.vinculo.crm.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.party.internal.CustomerQuery;

/** The customers of a list for rooms that do something with all of them, as far as the present caller reaches. */
@ApplicationScoped
public class CustomerSelection {

    @Inject
    CustomerQuery query;

    /** The next ids after a given one, ascending; 0 begins. At most 500 at a time. */
    public List<Long> idsAfter(CustomerList wanted, long after, int size) {
        return query.idsAfter(wanted, after, Math.min(500, size));
    }

    /** How many there are, but no more than {@code cap}. */
    public long count(CustomerList wanted, int cap) {
        return query.countExact(wanted, cap);
    }
}
