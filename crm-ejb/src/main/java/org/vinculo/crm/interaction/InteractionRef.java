package org.vinculo.crm.interaction;

import java.io.Serializable;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerRef;

/**
 * A conversation as other rooms know one.
 *
 * @param id internal id, for foreign keys; never leaves the application
 */
public record InteractionRef(long id, String publicId, CustomerRef customer, Channel channel, String topic)
        implements Serializable {}
