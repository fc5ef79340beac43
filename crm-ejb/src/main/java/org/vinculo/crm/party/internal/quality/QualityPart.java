package org.vinculo.crm.party.internal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.PanelRef;
import org.vinculo.crm.party.Phrase;

/** How good the data are, and what to ask next, beside the story of the customer. */
@ApplicationScoped
public class QualityPart implements Customer360Part {

    @Override
    public String source() {
        return "quality";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public List<PanelRef> panels(long customerId) {
        return List.of(new PanelRef("quality", Phrase.of("quality.panel"), "/WEB-INF/customers/quality-panel.xhtml"));
    }
}
