package org.vinculo.crm.notification.internal;

import jakarta.mail.MessagingException;

/** The mail server does not encrypt, and the setting does not allow to go without. */
final class NoEncryptionException extends MessagingException {

    private static final long serialVersionUID = 1L;

    NoEncryptionException() {
        super("the server offers no encryption");
    }
}
