package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.document.Attachments;
import org.vinculo.crm.document.NewFile;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.InteractionForm;
import org.vinculo.crm.interaction.InteractionView;
import org.vinculo.crm.interaction.MessageThread;
import org.vinculo.crm.interaction.MessageView;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.interaction.entity.MessageRead;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.SqlText;

/**
 * The messages between a customer and the company: conversations of the channel portal that the customer may read, so
 * they stand in the customer's story like every other.
 */
@ApplicationScoped
public class MessageBook {

    private static final int TOPIC = 80;
    private static final int LONGEST = 4000;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final String MESSAGES = " from Interaction i where i.customerId = :customer and i.channel = :portal"
            + " and i.visibility = :readable and i.deletedAt is null";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    InteractionLog log;

    @Inject
    Attachments attachments;

    @Inject
    Clock clock;

    /**
     * A page of messages, the oldest of them first.
     *
     * @param until public id of the newest of the page; null for the newest there is
     * @throws NotFound when that is no message with the customer
     */
    public MessageThread thread(long customerId, String until, int atMost) {
        Interaction newest = until == null ? null : message(customerId, until);
        List<Interaction> found = em.createQuery(
                        "select i" + MESSAGES
                                + " and (i.startedAt < :at or (i.startedAt = :at and i.id <= :id))"
                                + " order by i.startedAt desc, i.id desc",
                        Interaction.class)
                .setParameter("customer", customerId)
                .setParameter("portal", Channel.PORTAL)
                .setParameter("readable", Visibility.CUSTOMER)
                .setParameter("at", newest == null ? TimelineCursor.START.at() : newest.getStartedAt())
                .setParameter("id", newest == null ? Long.valueOf(Long.MAX_VALUE) : newest.getId())
                .setMaxResults(atMost + 1)
                .getResultList();
        boolean more = found.size() > atMost;
        List<Interaction> shown = new ArrayList<>(more ? found.subList(0, atMost) : found);
        Collections.reverse(shown);
        return new MessageThread(
                views(customerId, shown), more ? found.get(atMost).getPublicId() : null, isLatest(customerId, newest));
    }

    private boolean isLatest(long customerId, Interaction newest) {
        return newest == null
                || em.createQuery(
                                "select i.id" + MESSAGES
                                        + " and (i.startedAt > :at or (i.startedAt = :at and i.id > :id))",
                                Long.class)
                        .setParameter("customer", customerId)
                        .setParameter("portal", Channel.PORTAL)
                        .setParameter("readable", Visibility.CUSTOMER)
                        .setParameter("at", newest.getStartedAt())
                        .setParameter("id", newest.getId())
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }

    /** @throws NotFound when there is no such message with the customer */
    private Interaction message(long customerId, String publicId) {
        return log.find(publicId)
                .filter(each -> each.getCustomerId() == customerId && !each.isDeleted())
                .filter(RelatedTalks::isMessage)
                .orElseThrow(NotFound::new);
    }

    private List<MessageView> views(long customerId, List<Interaction> messages) {
        Map<Long, List<AttachmentView>> files = attachments.lists(
                InteractionFiles.OWNER,
                messages.stream().map(Interaction::getId).toList());
        Map<String, Optional<RelatedRecord>> records = new HashMap<>();
        return messages.stream()
                .map(each -> message(
                        each.view(),
                        each.getRelatedType() == null
                                ? null
                                : records.computeIfAbsent(
                                                each.getRelatedType() + ":" + each.getRelatedId(),
                                                key -> log.related(customerId, key))
                                        .orElse(null),
                        files.getOrDefault(each.getId(), List.of())))
                .toList();
    }

    private static MessageView message(InteractionView view, RelatedRecord about, List<AttachmentView> files) {
        return new MessageView(
                view.publicId(),
                view.direction() == Direction.IN,
                view.staff(),
                view.body() == null ? view.topic() : view.body(),
                view.startedAt(),
                about,
                files);
    }

    /** What a message with the customer can be about, the newest of each sort. */
    public List<RelatedRecord> related(long customerId) {
        return log.related(customerId);
    }

    /** The record of a key, as far as the caller sees it. */
    public Optional<RelatedRecord> related(long customerId, String key) {
        return log.related(customerId, key);
    }

    /** Bytes of the files that the customer sent within a day. */
    public long sentInADay(long customerId) {
        List<Long> sent = em.createQuery(
                        "select i.id" + MESSAGES + " and i.direction = :in and i.startedAt > :since", Long.class)
                .setParameter("customer", customerId)
                .setParameter("portal", Channel.PORTAL)
                .setParameter("readable", Visibility.CUSTOMER)
                .setParameter("in", Direction.IN)
                .setParameter("since", clock.instant().minus(DAY))
                .getResultList();
        return attachments.lists(InteractionFiles.OWNER, sent).values().stream()
                .flatMap(List::stream)
                .mapToLong(AttachmentView::size)
                .sum();
    }

    /**
     * Writes a message.
     *
     * @param related key of the record it is about, or null
     * @throws InvalidInput naming what is wrong; nothing is written then, no file either
     */
    public MessageView write(
            CustomerRef customer, Direction direction, String text, String related, List<NewFile> files) {
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
        form.setRelated(related == null || related.isBlank() ? null : related);
        log.check(form);
        Interaction message = log.add(customer, form, null);
        files.forEach(file -> attachments.add(InteractionFiles.owner(message), file.name(), file.content()));
        return views(customer.id(), List.of(message)).get(0);
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
    @SuppressWarnings("unchecked")
    public Collection<Interaction> waiting(int atMost) {
        SqlText sql = SqlText.empty()
                .sqlPart("select i.* from --DERBY-PROPERTIES joinOrder=FIXED\n"
                        + " last_contact l --DERBY-PROPERTIES index=last_contact_waiting\n"
                        + " inner join interaction i --DERBY-PROPERTIES index=interaction_customer_time, joinStrategy=NESTEDLOOP\n"
                        + " on i.customer_id = l.customer_id and i.started_at = l.waiting_since"
                        // "is not null" would walk all who wait for nothing
                        + " where l.waiting_since < ")
                .value(FOR_EVER)
                .sqlPart(
                        " and i.channel = 'PORTAL' and i.visibility = 'CUSTOMER' and i.direction = 'IN' and i.deleted_at is null"
                                + " order by l.waiting_since, l.customer_id, i.id fetch first ")
                .value(atMost)
                .sqlPart(" rows only");
        List<Interaction> found =
                sql.fill(em.createNativeQuery(sql.sql(), Interaction.class)).getResultList();
        Map<Long, Interaction> last = new LinkedHashMap<>();
        // of several of the same moment, the later one
        found.forEach(each -> last.put(each.getCustomerId(), each));
        return last.values();
    }
}
