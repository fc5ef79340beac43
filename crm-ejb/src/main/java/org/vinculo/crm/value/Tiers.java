package org.vinculo.crm.value;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import org.vinculo.crm.value.internal.TierBook;

/** Tiers for the other rooms, inside the transaction of their boundary; nobody's reach is asked. */
@ApplicationScoped
public class Tiers {

    @Inject
    TierBook book;

    /** The tier of each customer; who has none is left out. At most 500 at a time. */
    public Map<Long, Tier> of(Collection<Long> customerIds) {
        return book.tiers(customerIds);
    }

    /** How each tier is treated by the rules that hold. */
    public Map<Tier, TierTreatment> treatments() {
        return book.treatments();
    }

    /** How a customer is treated, for who answers, offers and spends; of somebody without a tier as somebody new. */
    public TierTreatment treatment(long customerId) {
        return book.treatment(customerId);
    }
}
