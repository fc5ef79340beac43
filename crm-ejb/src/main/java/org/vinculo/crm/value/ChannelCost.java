package org.vinculo.crm.value;

import java.io.Serializable;
import java.math.BigDecimal;
import org.vinculo.crm.party.Channel;

/**
 * What a contact over a channel takes.
 *
 * @param perContact fixed for each contact, 0 or more
 * @param perMinute loaded rate of a minute, 0 or more
 * @param atOnce conversations that one person holds at a time, 1 or more
 */
public record ChannelCost(Channel channel, BigDecimal perContact, BigDecimal perMinute, int atOnce)
        implements Serializable {}
