package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.shared.InvalidInput;

/** What other rooms let the list of customers be narrowed by. */
@ApplicationScoped
public class CustomerFilters {

    @Inject
    @Any
    Instance<CustomerFilter> filters;

    /** Those that the caller may use, in their order. */
    public List<CustomerFilter> permitted() {
        return filters.stream()
                .filter(CustomerFilter::permitted)
                .sorted(Comparator.comparingInt(CustomerFilter::order))
                .toList();
    }

    /** @throws InvalidInput when there is no such filter for the caller, or it knows no such value */
    public CustomerFilter require(String name, String value) {
        return permitted().stream()
                .filter(filter -> filter.name().equals(name))
                .filter(filter -> filter.accepts(value))
                .findFirst()
                .orElseThrow(() -> InvalidInput.field(name, "choice"));
    }
}
