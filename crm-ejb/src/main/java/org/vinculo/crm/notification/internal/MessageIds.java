package org.vinculo.crm.notification.internal;

/** Names of mails, the same however often one is tried. */
public final class MessageIds {

    private MessageIds() {}

    /** @param from the sender's address, whose domain the name ends with */
    public static String of(String publicId, String from) {
        return "<" + publicId + "@" + from.substring(from.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "") + ">";
    }

    /** What was named. */
    public static String publicId(String messageId) {
        return messageId.substring(1, messageId.indexOf('@'));
    }
}
