package org.vinculo.crm.cadence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Because;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.PanelRef;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Tone;

/** The next contact on the page that tells a customer's story, and why. */
@ApplicationScoped
public class CadencePart implements Customer360Part {

    @Inject
    CadenceBook book;

    @Inject
    CurrentCaller caller;

    @Override
    public String source() {
        return "cadence";
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public List<Because> because(long customerId) {
        return caller.has(Permission.ACTIVITY_VIEW)
                ? book.open(customerId)
                        .map(open -> List.of(new Because(Phrase.of("cadence.because"), open.reason(), Tone.CAUTION)))
                        .orElse(List.of())
                : List.of();
    }

    @Override
    public List<PanelRef> panels(long customerId) {
        return caller.has(Permission.ACTIVITY_VIEW) && book.open(customerId).isPresent()
                ? List.of(new PanelRef("cadence", Phrase.of("cadence.panel"), "/WEB-INF/customers/cadence-panel.xhtml"))
                : List.of();
    }
}
