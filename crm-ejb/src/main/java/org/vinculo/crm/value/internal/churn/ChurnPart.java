package org.vinculo.crm.value.internal.churn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.PanelRef;
import org.vinculo.crm.party.Phrase;

/** The chance to leave, beside the story of the customer; nothing before it was learned. */
@ApplicationScoped
public class ChurnPart implements Customer360Part {

    @Inject
    ChurnStore store;

    @Inject
    CurrentCaller caller;

    @Override
    public String source() {
        return "churn";
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public List<PanelRef> panels(long customerId) {
        if (store.known(customerId).isEmpty()) {
            return List.of();
        }
        boolean permitted = caller.has(Permission.VALUE_VIEW);
        return List.of(new PanelRef(
                "churn", Phrase.of("risk.panel.title"), permitted ? "/WEB-INF/customers/risk-panel.xhtml" : null));
    }
}
