package org.vinculo.crm.notification.internal;

import jakarta.mail.internet.AddressException;

/** The part before the @ has letters that the mail server does not take (it does not offer SMTPUTF8, RFC 6531). */
final class Utf8NeededException extends AddressException {

    private static final long serialVersionUID = 1L;

    Utf8NeededException() {
        super("the server takes no letters outside ASCII");
    }
}
