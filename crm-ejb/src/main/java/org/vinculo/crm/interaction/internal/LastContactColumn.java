package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.ColumnSort;
import org.vinculo.crm.party.CustomerColumn;
import org.vinculo.crm.party.Phrase;

/** "Last contact" in the list of customers. */
@ApplicationScoped
public class LastContactColumn implements CustomerColumn {

    @Inject
    LastContacts contacts;

    @Inject
    CurrentCaller caller;

    @Override
    public String id() {
        return "lastContact";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Phrase title() {
        return Phrase.of("interaction.column.last");
    }

    @Override
    public boolean permitted() {
        return caller.has(Permission.INTERACTION_VIEW);
    }

    @Override
    public Optional<ColumnSort> sort() {
        boolean whole = caller.has(Permission.CUSTOMER_VIEW)
                && caller.scope(Permission.INTERACTION_VIEW).compareTo(caller.scope(Permission.CUSTOMER_VIEW)) >= 0;
        return whole ? Optional.of(ColumnSort.instant("last_contact", "last_at")) : Optional.empty();
    }

    @Override
    public Map<Long, Phrase> values(Collection<Long> customerIds) {
        Map<Long, Phrase> values = new LinkedHashMap<>();
        contacts.last(customerIds)
                .forEach((id, at) -> values.put(
                        id, Phrase.value(at.atZone(caller.get().zone()).toLocalDate())));
        return values;
    }
}
