package org.vinculo.crm.value.internal.cost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.PanelRef;
import org.vinculo.crm.party.Phrase;

/** What a customer brought in a year, beside their story. */
@ApplicationScoped
public class ContributionPart implements Customer360Part {

    @Inject
    CurrentCaller caller;

    @Override
    public String source() {
        return "contribution";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<PanelRef> panels(long customerId) {
        boolean permitted = caller.has(Permission.VALUE_VIEW);
        return List.of(new PanelRef(
                "contribution",
                Phrase.of("contribution.panel.title"),
                permitted ? "/WEB-INF/customers/contribution-panel.xhtml" : null));
    }
}
