package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.shared.Money;

/**
 * A conversation to look at.
 *
 * @param duration null when unknown
 * @param outcome null while it is open
 * @param staff who wrote it down or spoke
 * @param cost what the contact took at the price of its day, null when nobody had said what contacts cost
 */
public record InteractionView(
        String publicId,
        String externalId,
        Channel channel,
        Direction direction,
        Purpose purpose,
        String topic,
        Outcome outcome,
        Instant startedAt,
        Duration duration,
        Sentiment sentiment,
        Visibility visibility,
        String staff,
        String body,
        Money cost,
        long version)
        implements Serializable {

    /** Nobody has said yet what came out of it. */
    public boolean open() {
        return outcome == null;
    }
}
