package org.vinculo.crm.exchange.internal.run;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.TicksInTransaction;

/** Uploads that came to nothing leave no file behind; how long the others are kept is a rule of privacy. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors({KeepsTicking.class, TicksInTransaction.class})
public class ImportCleaner {

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
        List<String> orphans = files.olderThan(now.minus(ORPHANED));
        Set<String> known = known(orphans);
        orphans.stream().filter(name -> !known.contains(name)).forEach(files::delete);
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
