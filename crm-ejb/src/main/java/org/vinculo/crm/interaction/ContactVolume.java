package org.vinculo.crm.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** How often and how long customers were spoken with, for rooms that compute over it; nobody's reach is asked. */
@ApplicationScoped
public class ContactVolume {

    private static final int SECONDS = 60;
    private static final int SCALE = 4;
    private static final int COUNTED = 10_000;
    private static final String OF_CUSTOMER =
            " from Interaction i where i.deletedAt is null and i.customerId = :customer"
                    + " and i.startedAt >= :from and i.startedAt < :until";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /** @param minutes how long it took, 0 where that is not known */
    public record Contact(long customerId, Channel channel, Instant at, BigDecimal minutes) {}

    /** The contacts of the customers with ids above one up to another, from a moment to before another. */
    public List<Contact> between(long after, long upTo, Instant from, Instant until) {
        return contacts(em.createQuery(
                        "select i.customerId, i.channel, i.startedAt, i.endedAt from Interaction i"
                                + " where i.deletedAt is null and i.customerId > :after and i.customerId <= :upTo"
                                + " and i.startedAt >= :from and i.startedAt < :until",
                        Object[].class)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setParameter("from", from)
                .setParameter("until", until));
    }

    /** The contacts of one customer, from a moment to before another. */
    public List<Contact> of(long customer, Instant from, Instant until) {
        return contacts(
                em.createQuery("select i.customerId, i.channel, i.startedAt, i.endedAt" + OF_CUSTOMER, Object[].class)
                        .setParameter("customer", customer)
                        .setParameter("from", from)
                        .setParameter("until", until));
    }

    private static List<Contact> contacts(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new Contact(
                        (Long) row[0], (Channel) row[1], (Instant) row[2], minutes((Instant) row[2], (Instant) row[3])))
                .toList();
    }

    /** One customer's conversations of a time, newest first. @param channel null for all of them */
    public Page<InteractionView> page(long customer, Channel channel, Instant from, Instant until, PageRequest page) {
        String of = OF_CUSTOMER + (channel == null ? "" : " and i.channel = :channel");
        TypedQuery<Interaction> rows =
                em.createQuery("select i" + of + " order by i.startedAt desc, i.id desc", Interaction.class);
        TypedQuery<Long> ids = em.createQuery("select i.id" + of + " order by i.id", Long.class);
        for (TypedQuery<?> query : List.of(rows, ids)) {
            query.setParameter("customer", customer).setParameter("from", from).setParameter("until", until);
            if (channel != null) {
                query.setParameter("channel", channel);
            }
        }
        List<InteractionView> items = rows.setFirstResult(page.first())
                .setMaxResults(page.size())
                .getResultStream()
                .map(Interaction::view)
                .toList();
        int counted = ids.setMaxResults(COUNTED + 1).getResultList().size();
        return new Page<>(items, Math.min(counted, COUNTED), counted > COUNTED);
    }

    public static BigDecimal minutes(Duration duration) {
        return duration == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(Math.max(0, duration.toSeconds()))
                        .divide(BigDecimal.valueOf(SECONDS), SCALE, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal minutes(Instant started, Instant ended) {
        return ended == null ? BigDecimal.ZERO : minutes(Duration.between(started, ended));
    }
}
