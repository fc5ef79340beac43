package org.vinculo.crm.interaction.internal.mail;

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
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.platform.JobActor;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.KeepsTicking;

/** Looks into the mailbox again and again, while there is one. */
@Startup
@Singleton
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(KeepsTicking.class)
public class MailFetcher {

    private static final Logger LOG = Logger.getLogger(MailFetcher.class.getName());

    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant next = Instant.EPOCH;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    ImapReader reader;

    @Inject
    JobActor actor;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() {
        if (!settings.isSet(Setting.MAIL_IN_HOST)
                || clock.instant().isBefore(next)
                || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            boolean more = actor.runAs("mail.fetch", reader::read);
            next = more ? Instant.EPOCH : clock.instant().plusSeconds(settings.number(Setting.MAIL_IN_SECONDS));
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "the mailbox could not be read", failure);
            next = clock.instant().plusSeconds(settings.number(Setting.MAIL_IN_SECONDS));
        } finally {
            busy.set(false);
        }
    }
}
