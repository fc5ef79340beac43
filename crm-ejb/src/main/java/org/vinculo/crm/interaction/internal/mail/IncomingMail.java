package org.vinculo.crm.interaction.internal.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail as far as it could be read. Everything in it was written by somebody whom nobody has checked.
 *
 * @param messageId as the sender calls it, or null
 * @param references Message-IDs of the mails before it, the first one first
 * @param from address in lower case, or null where none could be read
 * @param fromName or null
 * @param to the first receiver, or null
 * @param text plain text, never markup
 * @param cut whether there was more than is kept
 * @param sentAt as the sender says, or null
 * @param automatic whether a machine wrote it
 * @param bounceOf Message-IDs of mails that could not be delivered, by this note; empty for everything else
 * @param left names of files that were left out before they were looked at, because there were too many or too large
 */
public record IncomingMail(
        String messageId,
        List<String> references,
        String from,
        String fromName,
        String to,
        String subject,
        String text,
        boolean cut,
        Instant sentAt,
        boolean automatic,
        List<String> bounceOf,
        List<File> files,
        List<String> left) {

    public IncomingMail {
        references = List.copyOf(references);
        bounceOf = List.copyOf(bounceOf);
        files = List.copyOf(files);
        left = List.copyOf(left);
    }

    /** Something attached. */
    public record File(String name, byte[] bytes) {}
}
