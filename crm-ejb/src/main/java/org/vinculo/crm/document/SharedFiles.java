package org.vinculo.crm.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import org.vinculo.crm.document.entity.Attachment;
import org.vinculo.crm.document.internal.FileStore;
import org.vinculo.crm.identity.SecurityEvent;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PublicId;

/** Hands out attached files, inside the transaction of a boundary; whose record they belong to decides who may have them. */
@ApplicationScoped
public class SharedFiles {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    FileStore store;

    @Inject
    Event<SecurityEvent> events;

    @Inject
    @Any
    Instance<FileOwners> owners;

    /**
     * A file to hand out; that it was read is kept in the audit trail.
     *
     * @throws NotFound when there is none or its record is out of reach
     * @throws InvalidInput when the bytes are lost
     */
    public FileContent open(String publicId) {
        Attachment attachment = load(publicId, FileOwners::mayRead);
        if (attachment.isRemoved()) {
            throw new NotFound();
        }
        Path path = store.path(attachment.getHash());
        if (!Files.isReadable(path)) {
            throw InvalidInput.field(
                    "file", "document.error.lost", attachment.view().name());
        }
        tell("file.read", attachment);
        return new FileContent(attachment.view(), path);
    }

    void tell(String action, Attachment attachment) {
        events.fire(new SecurityEvent(
                action,
                null,
                "file",
                attachment.getPublicId(),
                attachment.getCustomerId(),
                attachment.view().name()));
    }

    /** The room of the record learns that its files are others. */
    void changed(Attachment attachment) {
        owners.stream()
                .filter(owner -> owner.type().equals(attachment.getOwnerType()))
                .forEach(owner -> owner.changed(attachment.getOwnerId()));
    }

    Attachment load(String publicId, BiPredicate<FileOwners, Long> permitted) {
        if (!PublicId.isWellFormed(publicId)) {
            throw new NotFound();
        }
        Attachment attachment = em.createQuery("select a from Attachment a where a.publicId = :id", Attachment.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
        boolean open = owners.stream()
                .filter(owner -> owner.type().equals(attachment.getOwnerType()))
                .anyMatch(owner -> permitted.test(owner, attachment.getOwnerId()));
        if (!open) {
            throw new NotFound();
        }
        return attachment;
    }
}
