package org.vinculo.crm.interaction;

import java.time.Duration;
import java.time.Instant;
import org.vinculo.crm.party.Channel;

/**
 * A conversation that comes from outside.
 *
 * @param customerId internal id
 * @param duration null when unknown
 * @param zone of the customer, or null
 * @param staffId internal id, or null
 * @param externalId name in the other system; one that is known already is left as it is
 */
public record InteractionRecord(
        long customerId,
        Channel channel,
        Direction direction,
        Purpose purpose,
        String topic,
        Outcome outcome,
        Instant startedAt,
        Duration duration,
        String zone,
        Sentiment sentiment,
        Visibility visibility,
        Long staffId,
        String staffName,
        String body,
        String externalId) {}
