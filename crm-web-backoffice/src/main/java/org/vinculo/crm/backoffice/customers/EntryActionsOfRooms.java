package org.vinculo.crm.backoffice.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.vinculo.crm.party.CustomerAction;
import org.vinculo.crm.party.EntryActions;
import org.vinculo.crm.party.TimelineEntry;

/** What the rooms offer to do about an entry of the story: {@code #{entryActions.of(entry)}}. */
@Named("entryActions")
@ApplicationScoped
public class EntryActionsOfRooms {

    @Inject
    @Any
    Instance<EntryActions> rooms;

    public List<CustomerAction> of(TimelineEntry entry) {
        return entry.publicId() == null
                ? List.of()
                : rooms.stream().flatMap(room -> room.actions(entry).stream()).toList();
    }
}
