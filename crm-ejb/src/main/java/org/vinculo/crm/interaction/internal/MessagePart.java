package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Tab;

/** The messages with a customer, on the page that tells the customer's story. */
@ApplicationScoped
public class MessagePart implements Customer360Part {

    @Inject
    MessageBook book;

    @Inject
    CurrentCaller caller;

    @Override
    public String source() {
        return "message";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Optional<Tab> tab(long customerId) {
        if (!caller.has(Permission.INTERACTION_VIEW)) {
            return Optional.empty();
        }
        Long account = caller.get().accountId();
        long unread = account == null ? 0 : book.unread(customerId, account, Direction.IN);
        return Optional.of(new Tab(
                "messages",
                Phrase.of("interaction.message.tab"),
                unread == 0 ? null : unread,
                "/WEB-INF/customers/messages-tab.xhtml"));
    }
}
