package org.vinculo.crm.notification;

/**
 * A mail will never arrive: its server refused it for good or too often. Fired in the transaction that notes it.
 *
 * @param messageId as it stands in the mail
 * @param reason kind and reply code, no address
 */
public record MailRefused(String messageId, String reason) {}
