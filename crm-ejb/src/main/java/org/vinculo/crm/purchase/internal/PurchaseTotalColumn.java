package org.vinculo.crm.purchase.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerColumn;
import org.vinculo.crm.party.Phrase;

/** "Purchases" in the list of customers: the sum in the currency that the customer mostly pays in. */
@ApplicationScoped
public class PurchaseTotalColumn implements CustomerColumn {

    @Inject
    PurchaseStore store;

    @Inject
    CurrentCaller caller;

    @Override
    public String id() {
        return "purchases";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Phrase title() {
        return Phrase.of("purchase.column.total");
    }

    @Override
    public boolean ofNumbers() {
        return true;
    }

    @Override
    public boolean permitted() {
        return caller.has(Permission.PURCHASE_VIEW);
    }

    @Override
    public Map<Long, Phrase> values(Collection<Long> customerIds) {
        Map<Long, Phrase> values = new LinkedHashMap<>();
        store.figures(customerIds).forEach((id, figures) -> {
            if (!figures.totals().isEmpty()) {
                values.put(id, Phrase.value(figures.totals().get(0)));
            }
        });
        return values;
    }
}
