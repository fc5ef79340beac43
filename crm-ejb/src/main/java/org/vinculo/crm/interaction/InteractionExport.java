package org.vinculo.crm.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.party.Channel;

/** Conversations in a fixed order, for the rooms that carry them out. Nobody's reach is asked. */
@ApplicationScoped
public class InteractionExport {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /**
     * A conversation.
     *
     * @param entryKey name under which it is known when it is imported again
     */
    public record Entry(
            long id,
            long customerId,
            String entryKey,
            Instant at,
            Channel channel,
            Direction direction,
            Purpose purpose,
            Outcome outcome,
            String topic,
            String body,
            String staffName) {}

    /** The conversations of some customers in the order of their ids, those after the one given. */
    public List<Entry> entries(Collection<Long> customerIds, long afterEntry, int limit) {
        if (customerIds.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select i from Interaction i where i.customerId in :customers and i.deletedAt is null"
                                + " and i.id > :after order by i.id",
                        Interaction.class)
                .setParameter("customers", customerIds)
                .setParameter("after", afterEntry)
                .setMaxResults(limit)
                .getResultStream()
                .map(Interaction::exported)
                .toList();
    }
}
