package org.vinculo.crm.notification;

import java.util.List;
import java.util.Locale;

/**
 * A mail that a person wrote.
 *
 * @param to address
 * @param locale language it is written in
 * @param customerId internal id of the customer it goes to
 * @param purpose what it is for; {@link LetterPermission} is asked about it when the letter leaves
 * @param thread Message-IDs of the mails it goes on with, the first one first; empty for a new subject
 * @param files names of the files that go with it, as {@link LetterFiles} knows them
 */
public record OutboxLetter(
        String to,
        Locale locale,
        String subject,
        String body,
        long customerId,
        String purpose,
        List<String> thread,
        List<String> files) {

    public OutboxLetter {
        thread = List.copyOf(thread);
        files = List.copyOf(files);
    }
}
