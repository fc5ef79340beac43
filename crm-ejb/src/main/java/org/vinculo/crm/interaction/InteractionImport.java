package org.vinculo.crm.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.interaction.internal.Snapshots;

/** Many conversations at once, for the rooms that bring them in, inside their transaction: at most 500 a call. */
@ApplicationScoped
public class InteractionImport {

    /** Marks an external id that is the public id of a conversation of our own. */
    public static final String OWN = "crm:";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Snapshots snapshots;

    @Inject
    LastContacts contacts;

    /** Public ids in the order given; null where the external id was known already. */
    public List<String> record(List<InteractionRecord> records) {
        Set<String> known = ids(records);
        List<String> written = new ArrayList<>();
        Snapshots.Stamp stamp =
                snapshots.of(records.stream().map(InteractionRecord::staffId).toList());
        for (InteractionRecord record : records) {
            if (record.externalId() != null && !known.add(record.externalId())) {
                written.add(null);
                continue;
            }
            Interaction interaction = interaction(record);
            stamp.on(interaction);
            em.persist(interaction);
            written.add(interaction.getPublicId());
        }
        contacts.follow(records.stream().map(InteractionRecord::customerId).toList());
        return written;
    }

    /** Of each whether it is here already, without writing anything. */
    public List<Boolean> known(List<InteractionRecord> records) {
        Set<String> ids = ids(records);
        return records.stream().map(record -> ids.contains(record.externalId())).toList();
    }

    /** Takes back what was recorded. */
    public void remove(List<String> publicIds) {
        if (publicIds.isEmpty()) {
            return;
        }
        List<Interaction> going = em.createQuery(
                        "select i from Interaction i where i.publicId in :ids", Interaction.class)
                .setParameter("ids", publicIds)
                .getResultList();
        if (going.isEmpty()) {
            return;
        }
        em.createQuery("update Interaction i set i.threadId = null where i.threadId in :ids")
                .setParameter("ids", going.stream().map(Interaction::getId).toList())
                .executeUpdate();
        going.forEach(em::remove);
        contacts.follow(going.stream().map(Interaction::getCustomerId).toList());
    }

    private static Interaction interaction(InteractionRecord record) {
        Interaction interaction = new Interaction(
                record.customerId(), record.channel(), record.direction(), record.purpose(), record.topic());
        interaction.happened(record.startedAt(), record.duration(), record.zone());
        interaction.ended(record.outcome(), record.sentiment());
        interaction.writtenBy(record.staffId(), record.staffName(), record.startedAt());
        interaction.say(record.body(), record.visibility());
        interaction.cameAs(record.externalId());
        return interaction;
    }

    private Set<String> ids(List<InteractionRecord> records) {
        Set<String> ids = records.stream()
                .map(InteractionRecord::externalId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return new HashSet<>();
        }
        Set<String> known = new HashSet<>(
                em.createQuery("select i.externalId from Interaction i where i.externalId in :ids", String.class)
                        .setParameter("ids", ids)
                        .getResultList());
        List<String> own = ids.stream()
                .filter(id -> id.startsWith(OWN))
                .map(id -> id.substring(OWN.length()))
                .toList();
        if (!own.isEmpty()) {
            em.createQuery("select i.publicId from Interaction i where i.publicId in :ids", String.class)
                    .setParameter("ids", own)
                    .getResultStream()
                    .forEach(id -> known.add(OWN + id));
        }
        return known;
    }
}
