package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.InteractionForm;
import org.vinculo.crm.interaction.InteractionView;
import org.vinculo.crm.interaction.MessageView;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.interaction.entity.MessageRead;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.shared.InvalidInput;

/**
 * The messages between a customer and the company: conversations of the channel portal that the customer may read, so
 * they stand in the customer's story like every other.
 */
@ApplicationScoped
public class MessageBook {

    private static final int TOPIC = 80;
    private static final int LONGEST = 4000;
    private static final String MESSAGES = " from Interaction i where i.customerId = :customer and i.channel = :portal"
            + " and i.visibility = :readable and i.deletedAt is null";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    InteractionLog log;

    @Inject
    Clock clock;

    /** The latest messages, the oldest of them first. */
    public List<MessageView> thread(long customerId, int atMost) {
        List<MessageView> messages = new ArrayList<>(
                em.createQuery("select i" + MESSAGES + " order by i.startedAt desc, i.id desc", Interaction.class)
                        .setParameter("customer", customerId)
                        .setParameter("portal", Channel.PORTAL)
                        .setParameter("readable", Visibility.CUSTOMER)
                        .setMaxResults(atMost)
                        .getResultStream()
                        .map(Interaction::view)
                        .map(MessageBook::message)
                        .toList());
        Collections.reverse(messages);
        return messages;
    }

    private static MessageView message(InteractionView view) {
        return new MessageView(
                view.publicId(),
                view.direction() == Direction.IN,
                view.staff(),
                view.body() == null ? view.topic() : view.body(),
                view.startedAt());
    }

    public MessageView write(CustomerRef customer, Direction direction, String text) {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty()) {
            throw InvalidInput.field("message", "required");
        }
        if (words.length() > LONGEST) {
            throw InvalidInput.field("message", "tooLong", LONGEST);
        }
        InteractionForm form = new InteractionForm();
        form.setChannel(Channel.PORTAL);
        form.setDirection(direction);
        form.setPurpose(Purpose.SERVICE);
        form.setVisibility(Visibility.CUSTOMER);
        form.setOutcome(direction == Direction.OUT ? Outcome.DONE : null);
        String line = words.replaceAll("\\s+", " ");
        form.setTopic(line.length() > TOPIC ? line.substring(0, TOPIC - 1) + "…" : line);
        form.setBody(words);
        return message(log.write(customer, form));
    }

    /** How many messages of a direction somebody has not read yet. */
    public long unread(long customerId, long accountId, Direction direction) {
        return em.createQuery(
                        "select count(i)" + MESSAGES + " and i.direction = :direction and i.startedAt > :until",
                        Long.class)
                .setParameter("customer", customerId)
                .setParameter("portal", Channel.PORTAL)
                .setParameter("readable", Visibility.CUSTOMER)
                .setParameter("direction", direction)
                .setParameter(
                        "until",
                        mark(customerId, accountId)
                                .map(MessageRead::getReadUntil)
                                .orElse(Instant.EPOCH))
                .getSingleResult();
    }

    /** Somebody has read everything that there is now. */
    public void read(long customerId, long accountId) {
        MessageRead mark = mark(customerId, accountId).orElseGet(() -> new MessageRead(customerId, accountId));
        mark.until(clock.instant());
        if (mark.getId() == null) {
            em.persist(mark);
        }
    }

    private Optional<MessageRead> mark(long customerId, long accountId) {
        return em.createQuery(
                        "select m from MessageRead m where m.customerId = :customer and m.accountId = :account",
                        MessageRead.class)
                .setParameter("customer", customerId)
                .setParameter("account", accountId)
                .getResultStream()
                .findFirst();
    }

    /** The last message of each customer whose last message is theirs, the longest waiting first. */
    public List<Interaction> waiting(int atMost) {
        return em.createQuery(
                        "select i from Interaction i where i.channel = :portal and i.visibility = :readable"
                                + " and i.deletedAt is null and i.direction = :in and not exists (select j.id from Interaction j"
                                + " where j.customerId = i.customerId and j.channel = :portal"
                                + " and j.visibility = :readable and j.deletedAt is null and (j.startedAt > i.startedAt"
                                + " or (j.startedAt = i.startedAt and j.id > i.id)))"
                                + " order by i.startedAt, i.id",
                        Interaction.class)
                .setParameter("portal", Channel.PORTAL)
                .setParameter("readable", Visibility.CUSTOMER)
                .setParameter("in", Direction.IN)
                .setMaxResults(atMost)
                .getResultList();
    }
}
