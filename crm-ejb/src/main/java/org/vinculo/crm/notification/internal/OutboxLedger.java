package org.vinculo.crm.notification.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.notification.LetterPermission;
import org.vinculo.crm.notification.MailRefused;
import org.vinculo.crm.notification.OutboxState;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Boundary;

/** The bookkeeping of sending, each step in a transaction of its own, none of them open while the mail server talks. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxLedger {

    /** A sender that says nothing for so long is gone; its message is tried again under the same Message-ID. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    Event<MailRefused> refusals;

    @Inject
    @Any
    Instance<LetterPermission> permissions;

    public List<Long> due(int atMost) {
        return em.createQuery(
                        "select m.id from OutboxMessage m where m.state in :open and m.nextAt <= :now order by m.nextAt, m.id",
                        Long.class)
                .setParameter("open", List.of(OutboxState.WAITING, OutboxState.CLAIMED))
                .setParameter("now", clock.instant())
                .setMaxResults(atMost)
                .getResultList();
    }

    /** The message, if this sender got it. While claimed it becomes due again only when the claim runs out. */
    public Optional<OutboxMessage> claim(long id, String sender) {
        Instant now = clock.instant();
        int claimed = em.createQuery(
                        "update OutboxMessage m set m.state = :claimed, m.claimedBy = :sender, m.nextAt = :until"
                                + " where m.id = :id and m.state in :open and m.nextAt <= :now")
                .setParameter("claimed", OutboxState.CLAIMED)
                .setParameter("sender", sender)
                .setParameter("until", now.plus(CLAIM))
                .setParameter("id", id)
                .setParameter("open", List.of(OutboxState.WAITING, OutboxState.CLAIMED))
                .setParameter("now", now)
                .executeUpdate();
        return claimed == 1 ? Optional.of(em.find(OutboxMessage.class, id)) : Optional.empty();
    }

    /** Keeps a letter back whose customer does not allow it any more. @return whether it did */
    public boolean withheld(long id, String sender) {
        OutboxMessage message = em.find(OutboxMessage.class, id);
        if (message == null || message.getPurpose() == null || message.getCustomerId() == null) {
            return false;
        }
        Optional<String> refusal = permissions.stream()
                .map(each -> each.refusal(message.getCustomerId(), message.getPurpose()))
                .flatMap(Optional::stream)
                .findFirst();
        refusal.ifPresent(reason -> refused(id, sender, reason, true));
        return refusal.isPresent();
    }

    public void sent(long id, String sender) {
        Optional.ofNullable(em.find(OutboxMessage.class, id))
                .filter(message -> message.isClaimedBy(sender))
                .ifPresent(message -> message.sent(clock.instant()));
    }

    public void refused(long id, String sender, String reason, boolean forGood) {
        Optional.ofNullable(em.find(OutboxMessage.class, id))
                .filter(message -> message.isClaimedBy(sender))
                .ifPresent(message -> {
                    message.refused(reason, forGood, clock.instant());
                    if (message.getState() == OutboxState.FAILED) {
                        String name = MessageIds.of(message.getPublicId(), settings.get(Setting.MAIL_FROM));
                        refusals.fire(new MailRefused(name, reason));
                    }
                });
    }
}
