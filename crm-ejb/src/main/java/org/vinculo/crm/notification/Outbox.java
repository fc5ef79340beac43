package org.vinculo.crm.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;

/** Mails go in here, in the transaction that causes them; they leave after it. */
@ApplicationScoped
public class Outbox {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    /** Stores the mail; argument 0 of its texts is the company's name, the given ones follow from 1. */
    public void enqueue(OutboxMail mail) {
        if (mail.idempotencyKey() != null && isKnown(mail.idempotencyKey())) {
            return;
        }
        Object[] args = new Object[mail.args().size() + 1];
        args[0] = settings.companyName();
        for (int i = 0; i < mail.args().size(); i++) {
            args[i + 1] = mail.args().get(i);
        }
        String subject = Normal.line(Texts.text(mail.locale(), mail.template() + ".subject", args));
        OutboxMessage message = new OutboxMessage(
                Normal.line(mail.to()),
                subject.length() > 300 ? subject.substring(0, 300) : subject,
                Texts.text(mail.locale(), mail.template() + ".body", args),
                mail.locale().toLanguageTag(),
                mail.customerId(),
                mail.idempotencyKey(),
                mail.secret(),
                clock.instant());
        if (mail.calendar() != null) {
            message.carry(mail.calendar().method(), mail.calendar().text());
        }
        em.persist(message);
    }

    private boolean isKnown(String key) {
        return em.createQuery("select count(m) from OutboxMessage m where m.idempotencyKey = :key", Long.class)
                        .setParameter("key", key)
                        .getSingleResult()
                > 0;
    }
}
