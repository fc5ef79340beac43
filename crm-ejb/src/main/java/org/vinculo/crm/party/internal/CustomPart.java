package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.PanelRef;
import org.vinculo.crm.party.Phrase;

/** The fields of administrators beside the story of a customer. */
@ApplicationScoped
public class CustomPart implements Customer360Part {

    @Inject
    CustomBook book;

    @Override
    public String source() {
        return "fields";
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public List<PanelRef> panels(long customerId) {
        return book.seen().isEmpty()
                ? List.of()
                : List.of(new PanelRef(
                        "fields", Phrase.of("custom.panel.title"), "/WEB-INF/customers/fields-panel.xhtml"));
    }
}
