package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.util.List;

/**
 * A page of the messages with a customer.
 *
 * @param messages the oldest first
 * @param older the message with which the page of the older ones ends, or null
 * @param latest whether the newest message is among them
 */
public record MessageThread(List<MessageView> messages, String older, boolean latest) implements Serializable {

    public MessageThread {
        messages = List.copyOf(messages);
    }
}
