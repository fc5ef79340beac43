package org.vinculo.crm.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.interaction.internal.Snapshots;
import org.vinculo.crm.interaction.internal.mail.IncomingMail;
import org.vinculo.crm.interaction.internal.mail.MailDesk;
import org.vinculo.crm.party.Channel;

/** Mails of the past, for the rooms that bring them in, inside their transaction. */
@ApplicationScoped
public class MailImport {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    MailDesk desk;

    @Inject
    Snapshots snapshots;

    @Inject
    LastContacts contacts;

    /**
     * A mail.
     *
     * @param messageId in angle brackets
     * @param thread Message-IDs of the mails before it
     * @param automatic whether a machine wrote it
     */
    public record Letter(
            String messageId,
            List<String> thread,
            String from,
            String fromName,
            String to,
            String subject,
            String text,
            Instant at,
            boolean automatic) {}

    /** A text file that came with a mail. */
    public record File(String name, String text) {}

    /** Files a mail that came, as if it came now; one that is known is left alone. */
    public void received(Letter letter, List<File> files) {
        IncomingMail mail = new IncomingMail(
                letter.messageId(),
                letter.thread(),
                letter.from(),
                letter.fromName(),
                letter.to(),
                letter.subject(),
                letter.text(),
                false,
                letter.at(),
                letter.automatic(),
                List.of(),
                files.stream()
                        .map(file ->
                                new IncomingMail.File(file.name(), file.text().getBytes(StandardCharsets.UTF_8)))
                        .toList(),
                List.of());
        desk.take(mail, letter.messageId());
        em.flush();
    }

    /** Writes down a mail that a member of staff sent. */
    public void sent(long customerId, Letter letter, Purpose purpose, long staffId) {
        Interaction interaction = new Interaction(customerId, Channel.EMAIL, Direction.OUT, purpose, letter.subject());
        interaction.happened(letter.at(), null, null);
        interaction.ended(Outcome.DONE, Sentiment.NEUTRAL);
        interaction.writtenBy(staffId, letter.fromName(), letter.at());
        interaction.say(letter.text(), Visibility.CUSTOMER);
        snapshots.of(List.of(staffId)).on(interaction);
        desk.earlier(customerId, letter.thread()).ifPresent(interaction::continues);
        em.persist(interaction);
        contacts.follow(customerId);
        MailDesk.Left left = new MailDesk.Left(
                letter.from(), letter.fromName(), letter.to(), letter.subject(), letter.text(), letter.at());
        desk.left(interaction, letter.messageId(), letter.thread(), left);
        em.flush();
    }
}
