package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.vinculo.crm.document.FileOwner;
import org.vinculo.crm.document.FileOwners;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.FoundRecords;

/**
 * Files at conversations: who reaches the customer reads them, who may write conversations down adds some. Files at the
 * messages of the portal are also read by their customer.
 */
@ApplicationScoped
public class InteractionFiles implements FileOwners {

    public static final String OWNER = "interaction";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Customers customers;

    @Inject
    CurrentCaller caller;

    @Override
    public String type() {
        return OWNER;
    }

    @Override
    public boolean mayRead(long ownerId) {
        return isOwnMessage(ownerId) || reaches(ownerId, Permission.INTERACTION_VIEW);
    }

    /** Of a message in the portal the customer reads the files too. */
    private boolean isOwnMessage(long id) {
        Interaction interaction = em.find(Interaction.class, id);
        return interaction != null
                && !interaction.isDeleted()
                && caller.get().isCustomer(interaction.getCustomerId())
                && RelatedTalks.isMessage(interaction);
    }

    @Override
    public boolean mayChange(long ownerId) {
        return reaches(ownerId, Permission.INTERACTION_LOG);
    }

    /** The search finds conversations by the names of their files. */
    @Override
    public void changed(long ownerId) {
        FoundRecords.touch(em.unwrap(UnitOfWork.class), Interaction.FOUND_AS, ownerId);
    }

    public static FileOwner owner(Interaction interaction) {
        return new FileOwner(OWNER, interaction.getId(), interaction.getCustomerId());
    }

    private boolean reaches(long id, Permission permission) {
        Interaction interaction = em.find(Interaction.class, id);
        return interaction != null
                && !interaction.isDeleted()
                && customers.reaches(interaction.getCustomerId(), permission);
    }
}
