package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.vinculo.crm.party.Channel;

/**
 * A conversation to look at.
 *
 * @param duration null when unknown
 * @param staff who wrote it down or spoke
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
        String body)
        implements Serializable {}
