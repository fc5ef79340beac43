package org.vinculo.crm.exchange.internal.row;

import java.time.Instant;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.party.Channel;

/**
 * One conversation of a file.
 *
 * @param customerRef how the file calls the customer
 * @param customerName name for a customer that has to be created, or null
 * @param topic one line, never null
 * @param body the words, or null
 */
public record InteractionRow(
        String entryKey,
        String customerRef,
        String customerName,
        Instant at,
        Channel channel,
        Direction direction,
        String topic,
        String body) {}
