package org.vinculo.crm.notification.internal;

import jakarta.mail.MessagingException;

/** The mail server did not prove that it is the one that is set: its certificate is unknown, over, or that of another. */
final class UntrustedServerException extends MessagingException {

    private static final long serialVersionUID = 1L;

    UntrustedServerException() {
        super("the server did not prove who it is");
    }
}
