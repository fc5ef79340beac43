package org.vinculo.crm.notification;

import java.util.List;
import java.util.Locale;

/**
 * A mail to be sent. Subject and text are rendered at once, in the receiver's language, from the bundle texts
 * {@code <template>.subject} and {@code <template>.body}.
 *
 * @param to address
 * @param locale language of the receiver
 * @param template key prefix of the texts
 * @param args arguments of both texts; values of people, they never act as markup
 * @param customerId customer concerned, or null
 * @param idempotencyKey a second mail with the same key is not stored; null when every call means a mail
 * @param secret whether the text carries a link or code that opens an account; it is forgotten once sent
 */
public record OutboxMail(
        String to,
        Locale locale,
        String template,
        List<Object> args,
        Long customerId,
        String idempotencyKey,
        boolean secret) {

    public OutboxMail {
        args = List.copyOf(args);
    }

    public static OutboxMail of(String to, Locale locale, String template, Object... args) {
        return new OutboxMail(to, locale, template, List.of(args), null, null, false);
    }

    public OutboxMail about(long customer) {
        return new OutboxMail(to, locale, template, args, customer, idempotencyKey, secret);
    }

    public OutboxMail once(String key) {
        return new OutboxMail(to, locale, template, args, customerId, key, secret);
    }

    public OutboxMail withSecret() {
        return new OutboxMail(to, locale, template, args, customerId, idempotencyKey, true);
    }
}
