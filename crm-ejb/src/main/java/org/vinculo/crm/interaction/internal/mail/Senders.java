package org.vinculo.crm.interaction.internal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.document.Attachments;
import org.vinculo.crm.interaction.internal.InteractionFiles;

/** How much those write to us whose mails nobody has looked at yet. Mails that name no sender count as those of one. */
@ApplicationScoped
public class Senders {

    private static final String LATELY = "select m.id, m.interactionId from MailMessage m where m.receivedAt > :since";
    private static final String OF_ONE = LATELY + " and m.fromAddress = :from";
    private static final String OF_NOBODY = LATELY + " and m.fromAddress is null";

    private static final Duration FLOOD = Duration.ofHours(1);
    private static final int MOST_IN_AN_HOUR = 60;
    private static final Duration DAY = Duration.ofDays(1);
    private static final long MOST_BYTES_A_DAY = 200L * 1024 * 1024;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Attachments attachments;

    /** Whether somebody sent so many mails that the next one is put aside. */
    boolean floods(String from) {
        return lately(from, FLOOD, MOST_IN_AN_HOUR).size() >= MOST_IN_AN_HOUR;
    }

    /** Whether somebody sent so many files that the next ones stay behind. */
    boolean sendsTooMuch(String from) {
        List<Object[]> mails = lately(from, DAY, (int) DAY.toHours() * MOST_IN_AN_HOUR);
        long unsorted = bytes(MailFiles.OWNER, mails.stream().map(mail -> mail[0]));
        long sorted = bytes(InteractionFiles.OWNER, mails.stream().map(mail -> mail[1]));
        return unsorted + sorted >= MOST_BYTES_A_DAY;
    }

    private long bytes(String owner, Stream<Object> ids) {
        List<Long> owners = ids.filter(Objects::nonNull).map(Long.class::cast).toList();
        return attachments.lists(owner, owners).values().stream()
                .flatMap(List::stream)
                .mapToLong(AttachmentView::size)
                .sum();
    }

    /** Ids of mails and of the conversations that became of them. */
    private List<Object[]> lately(String from, Duration within, int atMost) {
        TypedQuery<Object[]> query = em.createQuery(from == null ? OF_NOBODY : OF_ONE, Object[].class)
                .setParameter("since", clock.instant().minus(within))
                .setMaxResults(atMost);
        return (from == null ? query : query.setParameter("from", from)).getResultList();
    }
}
