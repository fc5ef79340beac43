package org.vinculo.crm.interaction.internal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.document.Attachments;
import org.vinculo.crm.document.FileOwner;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.MailState;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.interaction.entity.MailMessage;
import org.vinculo.crm.interaction.internal.InteractionFiles;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.interaction.internal.Snapshots;
import org.vinculo.crm.notification.MailRefused;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;

/**
 * Files mails that came: at the customer whose thread they answer or whose address they come from, else on the pile that
 * people sort. A mail that is there already, by its Message-ID, is left alone; one that a machine wrote is kept, and never
 * becomes work for anybody.
 */
@ApplicationScoped
public class MailDesk {

    private static final int BODY = 4000;
    private static final int TOPIC = 200;
    private static final int NAMES = 1000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    Customers customers;

    @Inject
    StaffDirectory staff;

    @Inject
    Attachments attachments;

    @Inject
    Senders senders;

    @Inject
    Snapshots snapshots;

    @Inject
    LastContacts contacts;

    /**
     * Keeps a mail.
     *
     * @param otherwise what names the mail when its sender gave it no Message-ID
     * @return the mail, or empty when it was there already
     */
    public Optional<MailMessage> take(IncomingMail mail, String otherwise) {
        String key = key(mail.messageId() == null ? otherwise : mail.messageId());
        if (byKey(key).isPresent()) {
            return Optional.empty();
        }
        MailMessage message = new MailMessage(Direction.IN, key, mail.messageId(), root(mail, key), state(mail));
        message.between(mail.from(), mail.fromName(), mail.to());
        message.says(mail.subject(), mail.text(), mail.cut());
        Instant now = clock.instant();
        Instant sent = mail.sentAt() == null || mail.sentAt().isAfter(now) ? now : mail.sentAt();
        message.at(sent, now);
        em.persist(message);
        mail.bounceOf().forEach(id -> undeliverable(id, mail.subject()));
        if (message.getState() == MailState.UNMATCHED) {
            keepFiles(message, mail);
            Optional<Interaction> thread = thread(message, mail.references());
            customer(message, thread).ifPresent(found -> file(message, found));
        }
        return Optional.of(message);
    }

    /** Machines, ourselves, and senders that flood are kept apart. */
    private MailState state(IncomingMail mail) {
        boolean own = settings.get(Setting.MAIL_FROM).equalsIgnoreCase(mail.from());
        return mail.automatic() || own || senders.floods(mail.from()) ? MailState.AUTOMATIC : MailState.UNMATCHED;
    }

    /** Puts a mail into the log of a customer. */
    public Interaction file(MailMessage message, CustomerRef customer) {
        Optional<Interaction> thread =
                thread(message, List.of()).filter(earlier -> earlier.getCustomerId() == customer.id());
        String subject = message.getSubject() == null
                ? Texts.text(settings.language(), "interaction.mail.noSubject")
                : message.getSubject();
        Purpose purpose = thread.map(earlier -> earlier.view().purpose()).orElse(Purpose.SERVICE);
        Interaction interaction =
                new Interaction(customer.id(), Channel.EMAIL, Direction.IN, purpose, MailText.cut(subject, TOPIC));
        interaction.happened(
                message.getSentAt(),
                null,
                customer.zone() == null ? null : customer.zone().getId());
        interaction.ended(null, Sentiment.NEUTRAL);
        String name = message.getFromName() == null ? message.getFromAddress() : message.getFromName();
        interaction.writtenBy(null, name == null ? customer.name() : name, clock.instant());
        interaction.say(MailText.cut(message.getBody(), BODY), Visibility.CUSTOMER);
        interaction.cameAs("mail:" + message.getMessageKey());
        thread.ifPresent(interaction::continues);
        stamp(interaction, customer);
        em.persist(interaction);
        contacts.follow(customer.id());
        message.file(interaction);
        attachments.move(owner(message), InteractionFiles.owner(interaction));
        return interaction;
    }

    /** A mail that nobody took counts for the team of who looks after the customer. */
    private void stamp(Interaction interaction, CustomerRef customer) {
        List<Long> owner = customer.ownerId() == null ? List.of() : List.of(customer.ownerId());
        Snapshots.Stamp stamp = snapshots.of(owner);
        stamp.price(interaction);
        StaffRef looksAfter = customer.ownerId() == null ? null : stamp.staff().get(customer.ownerId());
        interaction.inTeam(looksAfter == null ? null : looksAfter.teamId());
    }

    /** Takes a filed mail out of the log again, without a trace but the audit trail. */
    public void unfile(MailMessage message, MailState state) {
        Interaction interaction =
                message.getInteractionId() == null ? null : em.find(Interaction.class, message.getInteractionId());
        message.putAside(state);
        if (interaction == null) {
            return;
        }
        attachments.move(InteractionFiles.owner(interaction), owner(message));
        em.flush();
        em.createQuery("update Interaction i set i.threadId = null where i.threadId = :id")
                .setParameter("id", interaction.getId())
                .executeUpdate();
        em.remove(interaction);
        contacts.follow(interaction.getCustomerId());
    }

    /** Keeps what left, so that answers find their thread. */
    public void left(Interaction interaction, String messageId, List<String> thread, Left mail) {
        String key = key(messageId);
        MailMessage message = new MailMessage(
                Direction.OUT, key, messageId, thread.isEmpty() ? key : key(thread.get(0)), MailState.FILED);
        message.between(mail.from(), mail.fromName(), mail.to());
        message.says(mail.subject(), mail.text(), false);
        message.at(mail.at(), mail.at());
        message.file(interaction);
        em.persist(message);
    }

    /** A mail that was written here. */
    public record Left(String from, String fromName, String to, String subject, String text, Instant at) {}

    /** The newest conversation with a customer among mails of these names. */
    public Optional<Interaction> earlier(long customerId, List<String> thread) {
        return thread.stream()
                .map(id -> byKey(key(id)))
                .flatMap(Optional::stream)
                .filter(mail -> mail.getInteractionId() != null)
                .map(mail -> em.find(Interaction.class, mail.getInteractionId()))
                .filter(interaction -> interaction.getCustomerId() == customerId)
                .reduce((first, second) -> second);
    }

    private Optional<CustomerRef> customer(MailMessage message, Optional<Interaction> thread) {
        Optional<CustomerRef> sender = holder(message.getFromAddress());
        Optional<CustomerRef> earlier =
                thread.flatMap(each -> customers.find(each.getCustomerId())).filter(customer -> !customer.deleted());
        return sender.or(() -> earlier).or(() -> remembered(message.getFromAddress()));
    }

    /** The one customer to whom people gave earlier mails of the sender. */
    private Optional<CustomerRef> remembered(String from) {
        List<Long> earlier = em.createQuery(
                        "select distinct m.customerId from MailMessage m where m.fromAddress = :from"
                                + " and m.state = :filed and m.direction = :in and m.customerId is not null",
                        Long.class)
                .setParameter("from", from)
                .setParameter("filed", MailState.FILED)
                .setParameter("in", Direction.IN)
                .setMaxResults(2)
                .getResultList();
        return earlier.size() == 1
                ? customers.find(earlier.get(0)).filter(customer -> !customer.deleted())
                : Optional.empty();
    }

    /** The one customer with the address; proved addresses count more, and of several nobody can choose. */
    private Optional<CustomerRef> holder(String from) {
        if (from == null) {
            return Optional.empty();
        }
        List<Customers.Holder> holders = customers.holders(Normal.email(from), 3);
        List<Customers.Holder> proved =
                holders.stream().filter(Customers.Holder::verified).toList();
        List<Customers.Holder> counting = proved.isEmpty() ? holders : proved;
        return counting.size() == 1 ? Optional.of(counting.get(0).customer()) : Optional.empty();
    }

    /** The conversation that a mail goes on with: by what it names, else by what names the same beginning. */
    private Optional<Interaction> thread(MailMessage message, List<String> references) {
        List<String> keys =
                new ArrayList<>(references.stream().map(MailDesk::key).toList());
        keys.add(message.getRootKey());
        return em.createQuery(
                        "select m from MailMessage m where (m.messageKey in :keys or m.rootKey = :root)"
                                + " and m.interactionId is not null order by m.sentAt desc, m.id desc",
                        MailMessage.class)
                .setParameter("keys", keys)
                .setParameter("root", message.getRootKey())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(earlier -> em.find(Interaction.class, earlier.getInteractionId()))
                .filter(interaction -> !interaction.isDeleted());
    }

    private static String root(IncomingMail mail, String key) {
        return mail.references().isEmpty() ? key : key(mail.references().get(0));
    }

    private void keepFiles(MailMessage message, IncomingMail mail) {
        List<String> refused = new ArrayList<>(mail.left());
        boolean tooMuch = !mail.files().isEmpty() && senders.sendsTooMuch(mail.from());
        for (IncomingMail.File file : mail.files()) {
            if (tooMuch) {
                refused.add(file.name());
                continue;
            }
            try {
                attachments.add(owner(message), file.name(), new ByteArrayInputStream(file.bytes()));
            } catch (InvalidInput notTaken) {
                refused.add(file.name());
            }
        }
        if (!refused.isEmpty()) {
            message.refusedFiles(MailText.cut(Normal.line(MailText.clean(String.join(", ", refused))), NAMES));
        }
    }

    public static FileOwner owner(MailMessage message) {
        return new FileOwner(MailFiles.OWNER, message.getId(), message.getCustomerId());
    }

    /** The server gave up: the log says that nobody was reached. */
    public void refused(@Observes MailRefused refusal) {
        undeliverable(refusal.messageId(), refusal.reason());
    }

    private void undeliverable(String messageId, String reason) {
        byKey(key(messageId))
                .filter(sent -> sent.getDirection() == Direction.OUT && sent.getInteractionId() != null)
                .ifPresent(sent -> {
                    sent.couldNotBeDelivered(reason == null ? "-" : MailText.cut(reason, 300));
                    Interaction interaction = em.find(Interaction.class, sent.getInteractionId());
                    interaction.ended(Outcome.NOT_REACHED, interaction.view().sentiment());
                });
    }

    private Optional<MailMessage> byKey(String key) {
        return em.createQuery("select m from MailMessage m where m.messageKey = :key", MailMessage.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    static String key(String messageId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
