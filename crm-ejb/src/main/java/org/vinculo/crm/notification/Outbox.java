package org.vinculo.crm.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.notification.internal.MessageIds;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;

/** Mails go in here, in the transaction that causes them; they leave after it. */
@ApplicationScoped
public class Outbox {

    private static final int REFERENCES = 2000;
    private static final int MOST_IN_AN_HOUR = 20;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND_THOUGHTS = Duration.ofSeconds(15);

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
                Normal.address(Normal.line(mail.to())),
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

    /**
     * How many more mails about what a customer does may go to an address within this hour. For mails that customers cause
     * themselves and as often as they like.
     */
    public int left(String to, long customerId) {
        return MOST_IN_AN_HOUR
                - em.createQuery(
                                "select m.id from OutboxMessage m where m.customerId = :customer and m.toAddress = :to"
                                        + " and m.createdAt > :since",
                                Long.class)
                        .setParameter("customer", customerId)
                        .setParameter("to", Normal.line(to))
                        .setParameter("since", clock.instant().minus(HOUR))
                        .setMaxResults(MOST_IN_AN_HOUR)
                        .getResultList()
                        .size();
    }

    /** Forgets a letter that has not left; false when it has, or is on its way. */
    public boolean takeBack(String messageId) {
        return em.createQuery("delete from OutboxMessage m where m.publicId = :id and m.state = :waiting"
                                + " and m.attempts = 0 and m.personal = true and m.nextAt > :now")
                        .setParameter("id", MessageIds.publicId(messageId))
                        .setParameter("waiting", OutboxState.WAITING)
                        .setParameter("now", settings.hasMailServer() ? clock.instant() : Instant.EPOCH)
                        .executeUpdate()
                == 1;
    }

    /** Stores what a person wrote, to leave in a few seconds; answers with the Message-ID under which it will leave. */
    public String enqueue(OutboxLetter letter) {
        OutboxMessage message = new OutboxMessage(
                Normal.address(Normal.line(letter.to())),
                letter.subject(),
                letter.body(),
                letter.locale().toLanguageTag(),
                letter.customerId(),
                null,
                false,
                clock.instant());
        List<String> thread = letter.thread();
        if (!thread.isEmpty()) {
            String references = String.join(" ", thread);
            message.writtenByHand(
                    thread.get(thread.size() - 1),
                    references.length() <= REFERENCES ? references : thread.get(thread.size() - 1));
        } else {
            message.writtenByHand(null, null);
        }
        message.isFor(letter.purpose());
        message.carry(letter.files());
        message.notBefore(clock.instant().plus(SECOND_THOUGHTS));
        em.persist(message);
        return MessageIds.of(message.getPublicId(), settings.get(Setting.MAIL_FROM));
    }

    private boolean isKnown(String key) {
        return em.createQuery("select count(m) from OutboxMessage m where m.idempotencyKey = :key", Long.class)
                        .setParameter("key", key)
                        .getSingleResult()
                > 0;
    }
}
