package org.vinculo.crm.notification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.identity.AccountMails;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.notification.OutboxMail;

/** Sends the mails about accounts through the outbox. */
@ApplicationScoped
public class AccountMailsOutbox implements AccountMails {

    @Inject
    Outbox outbox;

    @Override
    public void send(String to, Locale locale, String template, boolean secret, Object... args) {
        outbox.enqueue(new OutboxMail(to, locale, template, List.of(args), null, null, secret, null));
    }

    @Override
    public void sendAbout(long customerId, String to, Locale locale, String template, boolean secret, Object... args) {
        outbox.enqueue(new OutboxMail(to, locale, template, List.of(args), customerId, null, secret, null));
    }
}
