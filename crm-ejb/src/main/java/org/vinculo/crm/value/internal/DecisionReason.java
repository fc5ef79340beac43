package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.value.ValueCard;

/** Why a level is what it is, in the words that staff read too. */
@ApplicationScoped
public class DecisionReason {

    @Inject
    Runs runs;

    public Phrase of(ValueCard card) {
        return ValuePart.reason(card, runs.scale().map(Runs.Scale::bestCut).orElse(null));
    }
}
