package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.time.Instant;

/**
 * The mailbox that customers write to.
 *
 * @param configured whether there is one
 * @param readAt when it was looked into last, or null
 * @param error what went wrong then, or null
 */
public record MailboxView(boolean configured, Instant readAt, String error) implements Serializable {}
