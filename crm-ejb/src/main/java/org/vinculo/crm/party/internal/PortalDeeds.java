package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.PortalDeed;
import org.vinculo.crm.party.OwnerNotice;
import org.vinculo.crm.party.Phrase;

/** Tells whoever looks after a customer what its people did to their access. */
@ApplicationScoped
public class PortalDeeds {

    @Inject
    OwnerNotice notice;

    void tell(@Observes PortalDeed deed) {
        notice.tell(deed.customerId(), "timeline", locale -> List.of(Phrase.of("portal.told." + deed.action())));
    }
}
