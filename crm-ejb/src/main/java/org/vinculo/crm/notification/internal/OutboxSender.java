package org.vinculo.crm.notification.internal;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.mail.MessagingException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.PublicId;

/** Sends what is due, every few seconds, while there is a mail server. */
@Startup
@Singleton
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(KeepsTicking.class)
public class OutboxSender {

    private static final Logger LOG = Logger.getLogger(OutboxSender.class.getName());
    private static final int AT_ONCE = 50;

    private final String sender = PublicId.next();
    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    Settings settings;

    @Inject
    OutboxLedger ledger;

    @Inject
    MailTransport transport;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    public void send() {
        if (!settings.hasMailServer() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            for (long id : ledger.due(AT_ONCE)) {
                ledger.claim(id, sender).ifPresent(this::deliver);
            }
        } finally {
            busy.set(false);
        }
    }

    private void deliver(OutboxMessage message) {
        if (ledger.withheld(message.getId(), sender)) {
            LOG.log(Level.INFO, "mail {0} is not sent: its customer said no meanwhile", message.getPublicId());
            return;
        }
        try {
            transport.send(message);
        } catch (MessagingException refused) {
            boolean forGood = MailTransport.isForGood(refused);
            LOG.log(Level.WARNING, "mail {0} not sent, for good: {1}, {2}", new Object[] {
                message.getPublicId(), forGood, MailTransport.reason(refused)
            });
            ledger.refused(message.getId(), sender, MailTransport.reason(refused), forGood);
            return;
        }
        ledger.sent(message.getId(), sender);
    }
}
