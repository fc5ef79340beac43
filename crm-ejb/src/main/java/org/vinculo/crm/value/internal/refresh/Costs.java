package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What a range of customers costs by all sources together. */
@ApplicationScoped
public class Costs {

    @Inject
    @Any
    Instance<CostSource> sources;

    Map<Long, CostSource.Costs> of(long after, long upTo, LocalDate asOf, String currency) {
        Map<Long, CostSource.Costs> sums = new HashMap<>();
        for (CostSource source : sources) {
            source.of(after, upTo, asOf, currency)
                    .forEach((customer, costs) -> sums.merge(customer, costs, CostSource.Costs::plus));
        }
        return sums;
    }
}
