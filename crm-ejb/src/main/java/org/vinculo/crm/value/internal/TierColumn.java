package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerColumn;
import org.vinculo.crm.party.Phrase;

/** "Tier" in the list of customers. */
@ApplicationScoped
public class TierColumn implements CustomerColumn {

    @Inject
    TierBook book;

    @Inject
    CurrentCaller caller;

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
    public Map<Long, Phrase> values(Collection<Long> customerIds) {
        Map<Long, Phrase> values = new HashMap<>();
        book.tiers(customerIds).forEach((id, tier) -> values.put(id, Phrase.of("value.tier." + tier.name())));
        return values;
    }
}
