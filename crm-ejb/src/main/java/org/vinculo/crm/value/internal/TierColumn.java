package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.ColumnSort;
import org.vinculo.crm.party.CustomerColumn;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.value.Tier;

/** "Tier" in the list of customers. */
@ApplicationScoped
public class TierColumn implements CustomerColumn {

    /** Whom the house can least do without comes first. */
    private static final List<String> TIERS = Stream.of(Tier.MVC, Tier.MGC, Tier.INTERMEDIATE, Tier.NEW, Tier.BZ)
            .map(Enum::name)
            .toList();

    @Inject
    TierBook book;

    @Inject
    CurrentCaller caller;

    @Inject
    WholeReach reach;

    @Override
    public String id() {
        return "tier";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Phrase title() {
        return Phrase.of("value.filter.tier");
    }

    @Override
    public boolean permitted() {
        return caller.has(Permission.VALUE_VIEW);
    }

    @Override
    public Optional<ColumnSort> sort() {
        return reach.isWhole() ? Optional.of(ColumnSort.levels("customer_value", "tier", TIERS)) : Optional.empty();
    }

    @Override
    public Map<Long, Phrase> values(Collection<Long> customerIds) {
        Map<Long, Phrase> values = new HashMap<>();
        book.tiers(customerIds).forEach((id, tier) -> values.put(id, Phrase.of("value.tier." + tier.name())));
        return values;
    }
}
