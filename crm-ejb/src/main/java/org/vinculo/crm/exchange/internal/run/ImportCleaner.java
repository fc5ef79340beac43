package org.vinculo.crm.exchange.internal.run;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.exchange.entity.ImportFile;

/** Files with personal data are not kept longer than an undo is offered; uploads that came to nothing go sooner. */
@Singleton
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class ImportCleaner {

    public static final Duration KEPT = Duration.ofDays(30);

    private static final Duration ORPHANED = Duration.ofDays(1);
    private static final int AT_ONCE = 200;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    ImportFiles files;

    @Schedule(hour = "3", minute = "20", persistent = false)
    public void clean() {
        Instant now = clock.instant();
        for (ImportFile file : old(now.minus(KEPT))) {
            files.delete(file.getStoredName());
            file.removed(now);
        }
        List<String> orphans = files.olderThan(now.minus(ORPHANED));
        Set<String> known = known(orphans);
        orphans.stream().filter(name -> !known.contains(name)).forEach(files::delete);
    }

    private List<ImportFile> old(Instant before) {
        return em.createQuery(
                        "select f from ImportFile f where f.removedAt is null and f.uploadedAt < :before"
                                + " and not exists (select j.id from ImportJob j where j.file = f and j.finishedAt is null)"
                                + " order by f.id",
                        ImportFile.class)
                .setParameter("before", before)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private Set<String> known(List<String> names) {
        Set<String> known = new HashSet<>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            known.addAll(
                    em.createQuery("select f.storedName from ImportFile f where f.storedName in :names", String.class)
                            .setParameter("names", names.subList(from, Math.min(names.size(), from + AT_ONCE)))
                            .getResultList());
        }
        return known;
    }
}
