package org.vinculo.crm.cadence;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.Tier;

/**
 * A contact that is proposed.
 *
 * @param lastOn day of the last conversation, or null when there was none
 * @param silentDays since then, or since the customer became known
 * @param limitDays longest silence by the rules
 * @param channel allowed when it was proposed, the customer's own choice if possible
 */
public record ProposalView(
        String publicId,
        String customerId,
        String customer,
        String owner,
        Tier tier,
        Phase phase,
        LocalDate lastOn,
        int silentDays,
        int limitDays,
        Channel channel,
        ProposalState state,
        LocalDate snoozedUntil,
        Instant proposedAt)
        implements Serializable {

    /** Why, in one sentence. */
    public Phrase reason() {
        return Phrase.of(
                lastOn == null ? "cadence.reason.never" : "cadence.reason.silent",
                Phrase.of("value.tier." + tier.name()),
                silentDays,
                Phrase.of("consent.channel." + channel.name()));
    }
}
