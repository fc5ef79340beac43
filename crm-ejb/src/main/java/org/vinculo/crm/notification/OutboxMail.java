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
 * @param calendar a calendar file that goes with it, or null
 */
public record OutboxMail(
        String to,
        Locale locale,
        String template,
        List<Object> args,
        Long customerId,
        String idempotencyKey,
        boolean secret,
        CalendarPart calendar) {

    /**
     * An invitation or cancellation for calendar programs.
     *
     * @param method {@code REQUEST} or {@code CANCEL}
     * @param text the file, RFC 5545
     */
    public record CalendarPart(String method, String text) {}

    public OutboxMail {
        args = List.copyOf(args);
    }

    public static OutboxMail of(String to, Locale locale, String template, Object... args) {
        return new OutboxMail(to, locale, template, List.of(args), null, null, false, null);
    }

    public OutboxMail about(long customer) {
        return new OutboxMail(to, locale, template, args, customer, idempotencyKey, secret, calendar);
    }

    public OutboxMail once(String key) {
        return new OutboxMail(to, locale, template, args, customerId, key, secret, calendar);
    }

    public OutboxMail withSecret() {
        return new OutboxMail(to, locale, template, args, customerId, idempotencyKey, true, calendar);
    }

    public OutboxMail with(CalendarPart part) {
        return new OutboxMail(to, locale, template, args, customerId, idempotencyKey, secret, part);
    }
}
