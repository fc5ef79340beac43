package org.vinculo.crm.identity;

import java.util.Locale;

/** Takes mails about accounts and sees to it that they go out; implemented by the room that owns the outbox. */
public interface AccountMails {

    /**
     * Puts a mail into the outbox, in the present transaction.
     *
     * @param to address
     * @param locale language of the receiver
     * @param template key prefix of its texts {@code .subject} and {@code .body}; argument 0 is the company's name
     * @param secret whether the text carries a link that opens an account
     * @param args the further arguments of the texts
     */
    void send(String to, Locale locale, String template, boolean secret, Object... args);

    /** As {@link #send}, about a customer: it is found, and goes, with what is known about that customer. */
    default void sendAbout(long customerId, String to, Locale locale, String template, boolean secret, Object... args) {
        send(to, locale, template, secret, args);
    }
}
