package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.PrivateFolder;
import org.vinculo.crm.shared.PublicId;

/** Where copies of personal data lie until they are fetched or expire: in the data folder, under names nobody chooses. */
@ApplicationScoped
public class CopyFiles {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{22}\\.zip");

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Settings settings;

    public String newName() {
        return PublicId.next() + ".zip";
    }

    public Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a copy");
        }
        try {
            return PrivateFolder.make(settings.dataDir().resolve("copies")).resolve(name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Names of the copies of a customer that are still there. */
    public List<String> of(long customerId) {
        return em.createQuery(
                        "select c.storedName from PersonalCopy c where c.customerId = :customer"
                                + " and c.storedName is not null order by c.id",
                        String.class)
                .setParameter("customer", customerId)
                .getResultList();
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
