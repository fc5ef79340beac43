package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.exchange.entity.ImportFile;

/** Uploaded files whose imports are over and that are older than they may become. */
@ApplicationScoped
public class OldFiles {

    private static final String OLD = " from ImportFile f where f.removedAt is null and f.uploadedAt < :before"
            + " and not exists (select j.id from ImportJob j where j.file = f and j.finishedAt is null)";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    ImportFiles files;

    @Inject
    Clock clock;

    public long count(Instant before) {
        return em.createQuery("select count(f)" + OLD, Long.class)
                .setParameter("before", before)
                .getSingleResult();
    }

    public int remove(Instant before, int atMost) {
        List<ImportFile> old = em.createQuery("select f" + OLD + " order by f.id", ImportFile.class)
                .setParameter("before", before)
                .setMaxResults(atMost)
                .getResultList();
        for (ImportFile file : old) {
            files.delete(file.getStoredName());
            file.removed(clock.instant());
        }
        return old.size();
    }
}
