package org.vinculo.crm.party.internal.relation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Tab;

/** What the customer is to others, as a tab. */
@ApplicationScoped
public class RelationPart implements Customer360Part {

    @Inject
    RelationBook book;

    @Override
    public String source() {
        return "relations";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Optional<Tab> tab(long customerId) {
        return Optional.of(new Tab(
                "relations",
                Phrase.of("relation.tab"),
                book.count(customerId),
                "/WEB-INF/customers/relations-tab.xhtml"));
    }
}
