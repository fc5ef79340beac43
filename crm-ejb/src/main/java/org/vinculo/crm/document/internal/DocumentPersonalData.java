package org.vinculo.crm.document.internal;

import static org.vinculo.crm.shared.PersonalPurpose.RELATIONSHIP;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.vinculo.crm.document.entity.Attachment;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalFile;
import org.vinculo.crm.shared.PersonalTable;

/** Files that belong to a customer; their content lies in the data folder. */
@ApplicationScoped
public class DocumentPersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "document";
    }

    @Override
    public int order() {
        return 150;
    }

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    FileStore store;

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("attachment", RELATIONSHIP)
                .gives("file_name", "media_type", "byte_size")
                .collected("added_at", "added_by")
                .hides("public_id", "owner_type", "sha256", "missing_since"));
    }

    @Override
    public List<PersonalFile> files(long customerId) {
        return em.createQuery(
                        "select a from Attachment a where a.customerId = :customer and a.removedAt is null order by a.id",
                        Attachment.class)
                .setParameter("customer", customerId)
                .getResultStream()
                .map(file ->
                        new PersonalFile(file.view().name(), () -> Files.newInputStream(store.path(file.getHash()))))
                .toList();
    }

    /** A file that somebody else has too stays for them. */
    @Override
    public void eraseTraces(long customerId) {
        em.createQuery(
                        "select distinct a.hash from Attachment a where a.customerId = :customer and not exists"
                                + " (select b.id from Attachment b where b.hash = a.hash"
                                + " and (b.customerId is null or b.customerId <> :customer))",
                        String.class)
                .setParameter("customer", customerId)
                .getResultList()
                .forEach(this::delete);
    }

    private void delete(String hash) {
        try {
            Files.deleteIfExists(store.path(hash));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
