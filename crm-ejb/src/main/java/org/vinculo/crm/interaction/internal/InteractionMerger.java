package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/** Conversations are the survivor's; the day of the last one is read anew. */
@ApplicationScoped
public class InteractionMerger implements CustomerMerger {

    private static final String INTERACTION = "interaction";
    private static final String MAIL = "mail_message";
    private static final String READ = "message_read";
    private static final String LAST = "last_contact";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    LastContacts contacts;

    @Override
    public Set<String> tables() {
        return Set.of(INTERACTION, MAIL, READ, LAST);
    }

    @Override
    public void merge(MergeRun run) {
        run.move(INTERACTION);
        run.move(MAIL);
        run.moveUnlike(READ, "account_id");
        run.remove(LAST);
        contacts.follow(run.survivor());
        findAt(run.survivor(), run.merged());
    }

    @Override
    public void split(MergeRun run) {
        contacts.follow(List.of(run.survivor(), run.merged()));
        findAt(run.merged(), run.survivor());
    }

    /** The search finds the conversations of a customer there, no longer at another. */
    private void findAt(long customer, long other) {
        em.createNativeQuery("update search_record set customer_id = ?1 where kind = ?2 and customer_id = ?3"
                        + " and record_id in (select i.id from interaction i where i.customer_id = ?1)")
                .setParameter(1, customer)
                .setParameter(2, Interaction.FOUND_AS)
                .setParameter(3, other)
                .executeUpdate();
    }
}
