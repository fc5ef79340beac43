package org.vinculo.crm.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How the sending of mails goes, as figures without content. Takes part in the caller's transaction. */
@ApplicationScoped
public class OutboxQueue {

    private static final Duration RECENT = Duration.ofDays(1);

    /** What can be told of the outbox. */
    public enum Figure {
        /** Mails not sent yet. */
        WAITING,
        /** Mails given up within the last day. */
        FAILED,
        /** Age of the oldest mail not sent yet, in seconds. */
        OLDEST_SECONDS
    }

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    public Map<Figure, Long> figures() {
        Instant now = clock.instant();
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        List<OutboxState> open = List.of(OutboxState.WAITING, OutboxState.CLAIMED);
        long waiting = em.createQuery("select count(m) from OutboxMessage m where m.state in :open", Long.class)
                .setParameter("open", open)
                .getSingleResult();
        Instant oldest = em.createQuery(
                        "select m.createdAt from OutboxMessage m where m.state in :open order by m.createdAt",
                        Instant.class)
                .setParameter("open", open)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
        figures.put(Figure.WAITING, waiting);
        figures.put(
                Figure.OLDEST_SECONDS,
                oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toSeconds()));
        figures.put(
                Figure.FAILED,
                em.createQuery(
                                "select count(m) from OutboxMessage m where m.state = :failed and m.createdAt > :limit",
                                Long.class)
                        .setParameter("failed", OutboxState.FAILED)
                        .setParameter("limit", now.minus(RECENT))
                        .getSingleResult());
        return figures;
    }
}
