package org.vinculo.crm.value.internal.basket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.PanelRef;
import org.vinculo.crm.party.Phrase;

/** What to offer next, beside the story of the customer; nothing before rules were searched for. */
@ApplicationScoped
public class AffinityPart implements Customer360Part {

    @Inject
    AffinityStore store;

    @Inject
    CurrentCaller caller;

    @Override
    public String source() {
        return "affinity";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public List<PanelRef> panels(long customerId) {
        if (store.current().isEmpty()) {
            return List.of();
        }
        boolean permitted = caller.has(Permission.VALUE_VIEW);
        return List.of(new PanelRef(
                "offers",
                Phrase.of("affinity.offers.title"),
                permitted ? "/WEB-INF/customers/offers-panel.xhtml" : null));
    }
}
