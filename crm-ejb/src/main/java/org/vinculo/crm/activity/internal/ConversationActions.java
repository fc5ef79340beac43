package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerAction;
import org.vinculo.crm.party.EntryActions;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.TimelineEntry;

/** What follows from a conversation: a promise that was given in it. */
@ApplicationScoped
public class ConversationActions implements EntryActions {

    private static final String CONVERSATION = "interaction";

    @Inject
    CurrentCaller caller;

    @Override
    public List<CustomerAction> actions(TimelineEntry entry) {
        return CONVERSATION.equals(entry.type()) && caller.has(Permission.ACTIVITY_EDIT)
                ? List.of(new CustomerAction("promise", Phrase.of("activity.promise.from"), "flag", "/promises/new"))
                : List.of();
    }
}
