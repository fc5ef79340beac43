package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.vinculo.crm.consent.Source;
import org.vinculo.crm.consent.Topic;
import org.vinculo.crm.consent.entity.ConsentEvidence;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.AddressConfirmed;

/** The second step of a double opt-in belongs to the proof: when the link was sent, when it was used, and from where. */
@ApplicationScoped
public class ConfirmedAddresses {

    @Inject
    Ledger ledger;

    @Inject
    CurrentCaller caller;

    public void confirmed(@Observes AddressConfirmed address) {
        ledger.add(ConsentEvidence.about(address.customerId(), Topic.ADDRESS, caller.get(), Source.LINK, address.at())
                .change(address.askedAt().toString(), address.at().toString())
                .reaching(address.address()));
    }
}
