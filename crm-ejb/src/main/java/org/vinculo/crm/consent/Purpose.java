package org.vinculo.crm.consent;

import java.util.Set;
import org.vinculo.crm.shared.InvalidInput;

/** Why the company would write to a person. */
public record Purpose(
        String code, LegalBasis legalBasis, Enforcement enforcement, boolean allowedByDefault, Set<Channel> channels) {

    public Purpose {
        if (allowedByDefault && enforcement == Enforcement.RESTRICTIVE) {
            throw InvalidInput.field("allowedByDefault", "consent.error.restrictiveDefault");
        }
        channels = Set.copyOf(channels);
    }

    public boolean offers(Channel channel) {
        return channels.contains(channel);
    }

    /** What holds for a person of whom nothing is known. */
    public boolean isAllowedWithoutWord() {
        return allowedByDefault || enforcement == Enforcement.TRANSACTIONAL;
    }

    /** Whether a consent in this state lets the purpose go ahead. */
    public boolean isAllowedIn(ConsentState state) {
        return switch (enforcement) {
            case RESTRICTIVE -> state == ConsentState.GRANTED;
            case NON_RESTRICTIVE, TRANSACTIONAL ->
                !state.isRefusal() && (state == ConsentState.GRANTED || isAllowedWithoutWord());
        };
    }
}
